declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  /** Shows an OpenAPI document in an element, to read and to try. */
  export default function SwaggerUI(options: {
    readonly domNode: HTMLElement;
    readonly url: string;
    readonly deepLinking: boolean;
    readonly docExpansion: 'list' | 'full' | 'none';
    readonly defaultModelsExpandDepth: number;
    readonly filter: boolean;
    readonly persistAuthorization: boolean;
    readonly validatorUrl: null;
  }): unknown;
}
