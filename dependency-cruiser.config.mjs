// The walls of the house: who may import whom. Reasons are in the messages; `turbo boundaries` guards the same
// floors between packages from their package.json files.

const rooms =
  'database|content|data-actions|commerce-engine|modules|themes|ui|runtime|editor|back-office|shop|cli|bench';
const test = '(\\.test\\.tsx?|\\.test-d\\.ts|\\.contract\\.ts|/testing\\.ts|/testing[^/]*/.*)$';

const roomMayImport = {
  database: [],
  content: ['database'],
  'commerce-engine': ['database'],
  'data-actions': ['commerce-engine', 'content'],
  modules: ['content', 'data-actions'],
  themes: ['modules'],
  runtime: ['content', 'data-actions', 'modules', 'themes'],
  ui: [],
  editor: ['content', 'modules', 'themes', 'ui'],
  'back-office': ['commerce-engine', 'ui'],
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-rings',
      comment: 'No import rings, types included: move the shared type down, or hand the function in.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?', '^node:', '^\\./\\+types/', '^bun:'] },
    },
    ...Object.entries(roomMayImport).map(([room, allowed]) => ({
      name: `floor-${room}`,
      comment: `${room} may import ${allowed.join(', ') || 'no other room'}; imports go down only.`,
      severity: 'error',
      from: { path: `^${room}/`, pathNot: test },
      to: { path: `^(${rooms})/`, pathNot: `^(${[room, ...allowed].join('|')})/` },
    })),
    {
      name: 'through-the-door',
      comment: 'Rooms are entered by their doors (package exports), not by the window.',
      severity: 'error',
      from: { path: `^(${rooms})/` },
      to: { path: `^(${rooms})/(src/lib|library/[^/]+)/`, pathNot: '^$1/' },
    },
    {
      name: 'data-actions-engine-asks-nobody',
      comment: 'Only data-actions/library asks the commerce engine, through its client door.',
      severity: 'error',
      from: { path: '^data-actions/src/' },
      to: { path: `^(${rooms})/`, pathNot: '^data-actions/src/' },
    },
    {
      name: 'library-asks-the-client',
      comment: 'The action library knows the commerce engine by its client door only.',
      severity: 'error',
      from: { path: '^data-actions/library/', pathNot: test },
      to: { path: '^commerce-engine/', pathNot: '^commerce-engine/src/client\\.ts$' },
    },
    {
      name: 'office-asks-the-client',
      comment: 'The back office runs in browsers: it knows the commerce engine by its client door only.',
      severity: 'error',
      from: { path: '^back-office/' },
      to: { path: '^commerce-engine/', pathNot: '^commerce-engine/src/client\\.ts$' },
    },
    {
      name: 'engine-never-imports-its-collection',
      comment: 'src is the engine, library the collection; the engine must run without it.',
      severity: 'error',
      from: { path: '^(modules|themes|data-actions)/src/', pathNot: test },
      to: { path: '^(modules|themes|data-actions)/library/' },
    },
    {
      name: 'runtime-names-no-module',
      comment: 'Only shop names concrete modules, themes and actions.',
      severity: 'error',
      from: { path: '^runtime/', pathNot: test },
      to: { path: '^(modules|themes|data-actions)/library/' },
    },
    {
      name: 'content-index-is-pure',
      comment: 'Only content/server knows the database; the index door also runs in browsers.',
      severity: 'error',
      from: {
        path: '^content/src/(index\\.ts|lib/)',
        pathNot: ['\\.server\\.ts$', '^content/src/lib/server/', test, 'sql-'],
      },
      to: { path: '^database/' },
    },
    {
      name: 'collab-is-pure',
      comment: 'A page in a Y.Doc is the same in browsers and on the server: no database, no Node.',
      severity: 'error',
      from: { path: '^content/src/(collab\\.ts|lib/collab/)', pathNot: test },
      to: { path: ['^database/', '^node:', '^content/src/lib/server/'], reachable: true },
    },
    {
      name: 'editor-server-has-no-browser',
      comment:
        "The editor's server runs in plain Node: no React, no style sheets, nothing of its windows but types.",
      severity: 'error',
      from: { path: '^editor/src/(server\\.ts|lib/(room|api|media-api)/)', pathNot: test },
      to: {
        path: [
          '\\.tsx$',
          '\\.css$',
          '^editor/src/lib/(canvas|canvas-view|commands|dialogs|fields|palette|panels|presence|text)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'editor-server-stays-there',
      comment: "Nothing of the editor's server comes into a browser.",
      severity: 'error',
      from: { path: '^editor/src/lib/', pathNot: [test, '^editor/src/lib/(room|api|media-api)/'] },
      to: {
        path: ['^editor/src/lib/(room|api|media-api)/', '^content/src/(server\\.ts|lib/server/)', '^node:'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'tables-stay-home',
      comment: "A domain's tables are read by that domain only; ask its queries.",
      severity: 'error',
      from: { path: '^commerce-engine/src/lib/([^/]+)/' },
      to: {
        path: '^commerce-engine/src/lib/[^/]+/[^/]+\\.tables\\.ts$',
        pathNot: '^commerce-engine/src/lib/$1/',
      },
    },
    {
      name: 'rules-are-pure',
      comment:
        'Rules are arithmetic: other rules, views and zod, nothing that touches a clock, a table or a network.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        pathNot: [
          '\\.(rules|views)\\.ts$',
          '/market\\.ts$',
          '/commerce-error\\.ts$',
          '/product-import\\.ts$',
          'node_modules/zod',
        ],
      },
    },
    {
      name: 'client-door-is-browser-safe',
      comment: 'commerce-engine/client runs in browsers and tills: no database, no Node.',
      severity: 'error',
      from: { path: '^commerce-engine/src/client\\.ts$' },
      to: { path: ['^database/', '^node:', 'node_modules/(pg|kysely|better-auth)/'], reachable: true },
    },
    {
      name: 'views-are-views',
      comment:
        "A view knows the type of its module, React, its css and data-actions' React door; never an answer, never another module's view.",
      severity: 'error',
      from: { path: '^modules/library/([^/]+)/[^/]+\\.view\\.tsx$' },
      to: {
        path: [
          '\\.server\\.ts$',
          '\\.view\\.tsx$',
          '^(database|content|runtime|themes|shop)/',
          '^data-actions/(src/server|library/server)',
          '^commerce-engine/src/(index|http|lib/.*\\.(commands|queries|tables))',
        ],
      },
    },
    {
      name: 'questions-are-browser-safe',
      comment: 'A question (.action.ts) is asked from browsers too; its answer lives in .server.ts.',
      severity: 'error',
      from: { path: '\\.(action|module)\\.ts$' },
      to: { path: ['\\.server\\.ts$', '^database/', '/src/server\\.ts$', '^node:'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)build/', 'storybook-static', '^bench/peers', '\\.react-router/'] },
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
