/** What a banner says. Texts of our own only: nothing of a token, a key or an account. */
export interface BannerTexts {
  readonly title: string;
  readonly message: string;
  readonly open: string;
  readonly hide: string;
  /** BCP 47, and where lines begin. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Runs beside the page's code: it stands alone, and its variables are out of the page's reach. */
export function drawBanner(about: string, texts: BannerTexts, mostReturns: number): void {
  const name = 'countersignBanner';
  const known: unknown = Reflect.get(globalThis, name);
  if (typeof known === 'object' && known !== null) {
    if (Reflect.get(known, 'about') === about) return;
    const end: unknown = Reflect.get(known, 'end');
    if (typeof end === 'function') end();
  }

  const style = (element: HTMLElement | SVGElement, rules: Readonly<Record<string, string>>) => {
    // By the object model, which no content security policy of the page forbids, and so that no rule of the page comes first.
    for (const [rule, value] of Object.entries(rules)) {
      element.style.setProperty(rule, value, 'important');
    }
  };
  const make = (tag: string, rules: Readonly<Record<string, string>>, words = ''): HTMLElement => {
    const element = document.createElement(tag);
    style(element, rules);
    element.textContent = words;
    return element;
  };

  const place = {
    all: 'initial',
    display: 'block',
    position: 'fixed',
    inset: '0 0 auto 0',
    width: '100%',
    'max-width': '100%',
    height: 'auto',
    margin: '0',
    padding: '0',
    border: '0',
    background: 'transparent',
    opacity: '1',
    visibility: 'visible',
    'pointer-events': 'auto',
    'z-index': '2147483647',
  };
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const box = make('section', {
    display: 'flex',
    'flex-wrap': 'wrap',
    'align-items': 'center',
    gap: '12px 20px',
    'box-sizing': 'border-box',
    padding: '14px 20px',
    background: '#8f1414',
    color: '#ffffff',
    'border-bottom': '3px solid #ffffff',
    font: '16px/1.45 system-ui, sans-serif',
    'user-select': 'none',
    '-webkit-user-select': 'none',
  });
  box.lang = texts.language;
  box.dir = texts.direction;
  box.setAttribute('role', 'alert');
  const words = make('div', { flex: '1 1 20rem', 'min-width': '0' });
  words.append(
    make('strong', { display: 'block', 'font-size': '18px' }, texts.title),
    make('span', { display: 'block' }, texts.message),
  );
  const button = (label: string, colors: Readonly<Record<string, string>>, act: () => void) => {
    const element = make(
      'button',
      {
        'min-height': '44px',
        padding: '8px 18px',
        border: '2px solid #ffffff',
        'border-radius': '10px',
        font: '600 16px/1.2 system-ui, sans-serif',
        cursor: 'pointer',
        ...colors,
      },
      label,
    );
    element.setAttribute('type', 'button');
    const ring = (isOn: boolean) =>
      style(element, { outline: isOn ? '3px solid #ffffff' : 'none', 'outline-offset': '3px' });
    element.addEventListener('focus', () => ring(true));
    element.addEventListener('blur', () => ring(false));
    element.addEventListener('click', (event) => {
      // Only a person's own click: pages can make events of their own.
      if (event.isTrusted) act();
    });
    return element;
  };
  const send = () => {
    const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const runtime: unknown =
      typeof api === 'object' && api !== null ? Reflect.get(api, 'runtime') : null;
    if (typeof runtime !== 'object' || runtime === null) return;
    const sendMessage: unknown = Reflect.get(runtime, 'sendMessage');
    // After an update of the extension the old page's banner has nobody to tell.
    if (typeof sendMessage === 'function') {
      Promise.resolve(sendMessage.call(runtime, { type: 'banner-open' })).catch(() => undefined);
    }
  };
  const open = button(texts.open, { background: '#ffffff', color: '#8f1414' }, send);
  const hide = button(texts.hide, { background: 'transparent', color: '#ffffff' }, () => end());
  const buttons = make('div', { display: 'flex', 'flex-wrap': 'wrap', gap: '12px' });
  buttons.append(open, hide);
  box.append(words, buttons);
  // What happens in the banner is no business of the page's.
  for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'keyup', 'keypress']) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }

  let returns = 0;
  let isOver = false;
  const put = () => {
    // First in the document, so that the keyboard comes to it first; above everything by the browser's top layer.
    if (document.documentElement.firstChild !== host) document.documentElement.prepend(host);
    style(host, place);
    host.setAttribute('popover', 'manual');
    for (const attribute of host.getAttributeNames()) {
      if (attribute !== 'style' && attribute !== 'popover') host.removeAttribute(attribute);
    }
    if (!host.matches(':popover-open')) host.showPopover();
    written = host.getAttribute('style') ?? '';
  };
  let written = '';
  const isWhole = () =>
    host.isConnected &&
    host.parentNode === document.documentElement &&
    host.getAttribute('style') === written &&
    host.getAttributeNames().length === 2 &&
    host.matches(':popover-open');
  const observer = new MutationObserver(() => check());
  const watch = () => {
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
    observer.observe(host, { attributes: true });
  };
  const check = () => {
    if (isOver || isWhole()) return;
    observer.disconnect();
    // A page that fights it could be kept busy for ever: it stays as it is now.
    if (++returns > mostReturns) {
      isOver = true;
      return;
    }
    try {
      put();
    } catch {
      // The page is being torn down.
    }
    observer.takeRecords();
    watch();
  };
  const end = () => {
    isOver = true;
    observer.disconnect();
    host.remove();
  };
  Reflect.set(globalThis, name, { about, end });
  put();
  watch();
  host.addEventListener('toggle', check);
  // Into the page when the role is known, so that screen readers say it.
  root.append(box);
}

/** Runs beside the page's code. */
export function eraseBanner(): void {
  const known: unknown = Reflect.get(globalThis, 'countersignBanner');
  if (typeof known !== 'object' || known === null) return;
  const end: unknown = Reflect.get(known, 'end');
  if (typeof end === 'function') end();
  Reflect.deleteProperty(globalThis, 'countersignBanner');
}
