/** Looks for what tells an extension that is there from one that is not: files, answers, and the time that a refusal takes. */

const own = <Element extends HTMLElement>(element: Element): Element => {
  element.dataset['own'] = '';
  return element;
};

const outcomeOf = (element: HTMLElement): Promise<string> =>
  new Promise((resolve) => {
    const end = (outcome: string) => {
      element.remove();
      resolve(outcome);
    };
    element.addEventListener('load', () => end('loaded'));
    element.addEventListener('error', () => end('failed'));
    setTimeout(() => end('silent'), 3_000);
    document.documentElement.append(own(element));
  });

async function fetchOutcome(url: string, mode: RequestMode): Promise<string> {
  try {
    const { type, status } = await fetch(url, { mode });
    return `${type} ${status}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}` : 'failed';
  }
}

/** The same for many addresses at a time. */
export const probeAll = (urls: readonly string[]): Promise<readonly (readonly string[])[]> =>
  Promise.all(urls.map(probe));

/** What each way of asking for an address says, in words that can be compared with those for another address. */
async function probe(url: string): Promise<readonly string[]> {
  const image = document.createElement('img');
  image.src = url;
  const script = document.createElement('script');
  script.src = url;
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = url;
  const frame = document.createElement('iframe');
  frame.src = url;
  const framed = outcomeOf(frame).then((said) => `${said} ${frame.contentDocument === null}`);
  return Promise.all([
    fetchOutcome(url, 'cors'),
    fetchOutcome(url, 'no-cors'),
    outcomeOf(image),
    outcomeOf(script),
    outcomeOf(style),
    framed,
  ]);
}

/** Median time of a refused request for each of two addresses, asked for in turns, ms. */
export async function timeRefusals(urls: readonly [string, string]): Promise<readonly number[]> {
  const times: readonly [number[], number[]] = [[], []];
  for (let round = 0; round < 120; round++) {
    const side = round % 2 === 0 ? 0 : 1;
    const startedMs = performance.now();
    await fetchOutcome(urls[side], 'no-cors');
    times[side].push(performance.now() - startedMs);
  }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0);
}

/** Says to everybody who could listen what only the extension's own pages may say. The answers of any of them. */
export async function talk(extensionId: string): Promise<readonly string[]> {
  const answers: string[] = [];
  const messages = ['popup-view', 'sessions', 'history', 'recheck', 'erase-everything'].map(
    (type) => ({ type, tabId: null, text: '' }),
  );
  const hear = ({ data, source }: MessageEvent) => {
    const isEcho = messages.some(({ type }) => data?.type === type && data?.text === '');
    if (!isEcho)
      answers.push(`a message came from ${source === window ? 'the page' : 'elsewhere'}`);
  };
  addEventListener('message', hear);
  const channel = new BroadcastChannel('countersign');
  channel.addEventListener('message', () => answers.push('a broadcast was answered'));
  for (const message of messages) {
    const port = new MessageChannel();
    port.port1.onmessage = () => answers.push('a port was answered');
    postMessage(message, '*', [port.port2]);
    channel.postMessage(message);
    document.dispatchEvent(new CustomEvent('countersign', { detail: message }));
    for (const api of [Reflect.get(globalThis, 'chrome'), Reflect.get(globalThis, 'browser')]) {
      const runtime: unknown = api?.runtime;
      if (typeof runtime !== 'object' || runtime === null) continue;
      const send: unknown = Reflect.get(runtime, 'sendMessage');
      if (typeof send !== 'function') continue;
      try {
        const answer: unknown = await Promise.race([
          send.call(runtime, extensionId, message),
          new Promise((resolve) => setTimeout(resolve, 500)),
        ]);
        if (answer !== undefined) answers.push('a message to the extension was answered');
      } catch {
        // Nobody there, as it should be.
      }
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  removeEventListener('message', hear);
  channel.close();
  return answers;
}
