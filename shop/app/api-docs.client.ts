import 'swagger-ui-dist/swagger-ui.css';
import './api-docs.css';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';

const APIS = [
  { id: 'store', title: 'Store API', says: 'What shoppers and storefronts ask.' },
  { id: 'admin', title: 'Admin API', says: 'What staff and programs ask, with a token.' },
];

const chosen = new URLSearchParams(location.search).get('api') === 'admin' ? 'admin' : 'store';
const darkness = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', darkness.matches);
darkness.addEventListener('change', follow);
follow();

const page = document.getElementById('api-docs')!;
const ways = document.createElement('nav');
ways.className = 'apis';
ways.setAttribute('aria-label', 'APIs');
for (const { id, title, says } of APIS) {
  const way = document.createElement('a');
  way.href = `/api/docs?api=${id}`;
  if (id === chosen) way.setAttribute('aria-current', 'page');
  const name = document.createElement('strong');
  name.textContent = title;
  const line = document.createElement('span');
  line.textContent = says;
  way.append(name, line);
  ways.append(way);
}
const operations = document.createElement('div');
page.append(ways, operations);

SwaggerUI({
  domNode: operations,
  url: `/api/${chosen}/v1/openapi.json`,
  deepLinking: true,
  // Hundreds of operations open at once would take seconds to draw.
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  filter: true,
  // Tokens stay in the page: nothing of them is kept in the browser.
  persistAuthorization: false,
  validatorUrl: null,
});
