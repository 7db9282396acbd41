import { defineModule } from '@vitrine/modules';

/** The frame of every page: skip link, landmarks, and slots for header, content and footer. */
export const pageContainer = defineModule({
  id: 'page-container',
  title: 'Page',
  kind: 'page',
  version: 1,
  config: {},
  slots: {
    header: { label: 'Header', allow: ['header'] },
    main: { label: 'Content', allow: ['section', 'block'] },
    footer: { label: 'Footer', allow: ['footer'] },
  },
  messages: {
    en: { skip: 'Skip to content' },
    de: { skip: 'Zum Inhalt springen' },
  },
});
