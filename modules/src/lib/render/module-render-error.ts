/** A view threw. The page goes on with `renderFallback`; `cause` is what the view threw. */
export class ModuleRenderError extends Error {
  override readonly name = 'ModuleRenderError';
  readonly moduleId: string;
  readonly instanceId: string;

  constructor(moduleId: string, instanceId: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`The view of module "${moduleId}" threw while rendering instance "${instanceId}": ${why}`, {
      cause,
    });
    this.moduleId = moduleId;
    this.instanceId = instanceId;
  }
}
