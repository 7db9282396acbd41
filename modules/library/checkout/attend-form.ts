import { updateCheckout } from '@vitrine/data-actions/library';
import type { Translate } from '@vitrine/modules';
import { mutationAddress } from '@vitrine/modules/view';
import { refreshParts } from './refresh-parts.ts';

/**
 * Fields that change what can be chosen or what it costs are not left first; as soon as the fields they name are filled in, where
 * they name any.
 */
const NOW = '[data-now]';

/** Whoever chooses another way to pay or to get the goods does what a notice about the former asks for. */
const OTHER_CHOICE = '[name="payment"], [name^="delivery."]';

/**
 * Browser only: fills in what a shopper leaves behind and shows what came of it, without loading the page anew. It does what the
 * form's own button does and takes over the parts of the page that differ, so that what sections look like is known in one
 * place, and a section of somebody else's needs no script. Without it every button works by itself. @returns the end of it.
 */
export function attendForm(
  form: HTMLFormElement,
  { say, t }: { say: (text: string) => void; t: Translate },
): () => void {
  const update = mutationAddress(updateCheckout);
  // What was typed before this script came is not known to the shop.
  let known = isAsSent(form) ? wordsOf(form) : '';
  let saving: Promise<void> | undefined;
  let isPaying = false;
  form.dataset.awake = '';

  function onChange({ target }: Event) {
    const changed = target instanceof Element ? target.closest(NOW) : null;
    if (target instanceof Element && target.matches(OTHER_CHOICE)) dropNotice(form);
    if (!changed) return;
    // Half an address is no mistake yet, but it is not lost when the page is loaded again.
    void save(isReady(changed, form) ? { changed } : { changed, isQuiet: true });
  }

  function onLeave({ target, relatedTarget }: FocusEvent) {
    const left = sectionOf(target);
    // Paying fills in by itself; saving before it would only make it wait.
    const toPay = relatedTarget instanceof Element && relatedTarget.closest('[data-pay]') !== null;
    if (left && left !== sectionOf(relatedTarget) && !toPay && wordsOf(form) !== known) void save();
  }

  function onSubmit(event: SubmitEvent) {
    const { submitter } = event;
    const address = submitter?.getAttribute('formaction');
    if (address === update) {
      event.preventDefault();
      void save({ submitter });
    } else if (!address) pay(event);
  }

  function pay(event: SubmitEvent) {
    if (isPaying) return event.preventDefault();
    if (saving) {
      event.preventDefault();
      const { value } = seenIn(form) ?? { value: '' };
      void saving.then(() => {
        // Nobody pays another price than they saw: with the name of the old one, the shop says what has changed.
        const seen = seenIn(form);
        if (seen) seen.value = value;
        form.requestSubmit(payButton());
      });
      return;
    }
    isPaying = true;
    const button = payButton();
    button?.setAttribute('aria-disabled', 'true');
    if (button) button.textContent = t('paying');
    say(t('paying'));
  }

  /** One after the other: what is typed meanwhile is sent with the next. */
  function save(cause: Cause = {}): Promise<void> {
    const run = (saving ?? Promise.resolve())
      .then(() => send(cause))
      // The form is there to be sent plainly.
      .catch(() => {})
      .then(() => {
        if (saving === run) saving = undefined;
      });
    saving = run;
    return run;
  }

  async function send({ submitter, changed, isQuiet }: Cause): Promise<void> {
    if (isPaying) return;
    const fields = new FormData(form, submitter?.isConnected ? submitter : undefined);
    const sent = wordsOf(form);
    const before = announcementIn(form);
    const section = (sectionOf(submitter ?? changed ?? null) ?? sectionOf(document.activeElement))?.id;
    const response = await fetch(update, {
      method: 'POST',
      body: new URLSearchParams(fields as unknown as Record<string, string>),
    });
    if (!response.ok || isQuiet) return;
    const fresh = parsed(await response.text());
    if (isPaying) return;
    known = sent;
    const hadProblems = hasProblems(form);
    refreshParts(form, { fresh, sent: fields, asked: Boolean(submitter) });
    const after = announcementIn(form);
    if (hadProblems || after !== before) dropNotice(form);
    const problem = (submitter || changed) && problemIn(document.getElementById(section ?? ''));
    if (problem) say(problem);
    else if (after !== before) say(after);
  }

  function payButton(): HTMLButtonElement | null {
    return form.querySelector<HTMLButtonElement>('button[data-pay]');
  }

  // A browser that comes back to the page as it left it finds the button as it was pressed.
  function onShow({ persisted }: PageTransitionEvent) {
    if (persisted) location.reload();
  }

  form.addEventListener('change', onChange);
  form.addEventListener('focusout', onLeave);
  form.addEventListener('submit', onSubmit);
  addEventListener('pageshow', onShow);
  return () => {
    form.removeEventListener('change', onChange);
    form.removeEventListener('focusout', onLeave);
    form.removeEventListener('submit', onSubmit);
    removeEventListener('pageshow', onShow);
  };
}

/** What is to be answered at once: a button, or a field of `NOW`. Neither = a section was left. */
interface Cause {
  readonly submitter?: HTMLElement | null;
  readonly changed?: Element;
  /** It is kept, and nothing is said of it. */
  readonly isQuiet?: boolean;
}

function hasProblems(form: HTMLFormElement): boolean {
  return form.querySelector('[aria-invalid]') !== null;
}

/** What was said of the form as it was sent goes when nothing of it holds any more. */
function dropNotice(form: HTMLFormElement): void {
  if (!hasProblems(form)) document.querySelector('.vt-notice')?.remove();
}

function isReady(changed: Element, form: HTMLFormElement): boolean {
  const fields = new FormData(form);
  const needed = (changed.getAttribute('data-now') ?? '').split(' ').filter(Boolean);
  return needed.every((name) => String(fields.get(name) ?? '').trim() !== '');
}

/** Without its style sheets: nobody sees this copy, and the page's policy would not know them. */
function parsed(html: string): Document {
  return new DOMParser().parseFromString(html.replace(/<style[\s\S]*?<\/style>/g, ''), 'text/html');
}

function sectionOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[data-section]') : null;
}

/** All that is filled in, as one text. The key of the form is no part of it. */
function wordsOf(form: HTMLFormElement): string {
  const fields = new FormData(form);
  for (const name of ['_key', 'seen', 'checkoutId']) fields.delete(name);
  return new URLSearchParams(fields as unknown as Record<string, string>).toString();
}

/** Whether no field was changed since the page was sent. */
function isAsSent(form: HTMLFormElement): boolean {
  return [...form.elements].every((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value === field.defaultValue;
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return true;
    return field.value === field.defaultValue && field.checked === field.defaultChecked;
  });
}

function seenIn(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector('input[name="seen"]');
}

function announcementIn(form: HTMLFormElement): string {
  return form.querySelector('[data-announce]')?.textContent ?? '';
}

/** What is wrong with the first field of a section that could not be taken. */
function problemIn(section: Element | null): string | undefined {
  const field = section?.querySelector('[aria-invalid][aria-describedby]');
  return document.getElementById(field?.getAttribute('aria-describedby') ?? '')?.textContent ?? undefined;
}
