// Which products a browser showed last is known to that browser alone: a cookie that a script of some hundred bytes writes on the
// page of a product, once somebody sees it. A page opened ahead, or one from a shared cache, could not be told by the server.

/** The products shown, and the one looked at now. */
const MOST = 11;
const DAYS = 30;
const WORD = /^~?[\w.-]{1,64}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SHORT = /^~[\w-]{22}$/;

/** How a product is named in the cookie, which goes along with every request; `undefined` when its id cannot stand there. */
export function viewedWord(id: string): string | undefined {
  if (UUID.test(id)) return `~${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`;
  return WORD.test(id) ? id : undefined;
}

/** Ids in the value of the cookie, the newest first; `undefined` when there are none. Anybody may have written it. */
export function readViewed(cookie: string | undefined): readonly string[] | undefined {
  if (!cookie) return undefined;
  const words = cookie.split(':', MOST + 1).slice(0, MOST);
  const ids = [...new Set(words.filter((word) => WORD.test(word)).map(idOf))];
  return ids.length > 0 ? ids : undefined;
}

/**
 * Puts the product of the page, `data-viewed` of this script, first in the cookie: when the page is seen, and again when one comes
 * back to it. A browser that asks not to be profiled (Global Privacy Control) keeps nothing.
 */
export const VIEWED_SCRIPT = `(d=>{let w=d.currentScript.dataset.viewed,see=()=>{let o=(d.cookie.match(/(?:^|; )vt_viewed=([^;]*)/)||[,""])[1].split(":").filter(x=>x&&x!==w);d.cookie="vt_viewed="+[w,...o].slice(0,${MOST}).join(":")+";path=/;max-age=${DAYS * 24 * 3600};samesite=lax"+(location.protocol=="https:"?";secure":"")};if(navigator.globalPrivacyControl)return;d.prerendering?d.addEventListener("prerenderingchange",see,{once:!0}):see();addEventListener("pageshow",e=>e.persisted&&see())})(document)`;

function idOf(word: string): string {
  if (!SHORT.test(word)) return word;
  const hex = Buffer.from(word.slice(1), 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
