// The way to the background for what is asked often: a message through a port costs a fraction of one sent on its own.
import { api, type Port } from '../browser';
import type { PortAnswer, PortAsk } from '../messages';
import type { Answer, Ask } from '../protocol';

type Waiting = (answer: Answer | null) => void;

let port: Port | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

/** The background's answer; null where it is no more. One that fell asleep over the question is woken by asking again. */
export async function askThroughPort(ask: Ask): Promise<Answer | null> {
  return (await askOnce(ask)) ?? (await askOnce(ask));
}

function askOnce(ask: Ask): Promise<Answer | null> {
  last += 1;
  const id = last;
  return new Promise(resolve => {
    waiting.set(id, resolve);
    try {
      port ??= open();
      port.postMessage({ id, ask } satisfies PortAsk);
    } catch {
      settle(id, null); // the extension has gone
    }
  });
}

function open(): Port {
  const opened = api.runtime.connect();
  opened.onMessage.addListener(({ id, answer }: PortAnswer) => settle(id, answer));
  opened.onDisconnect.addListener(() => {
    if (port === opened) port = undefined;
    for (const id of [...waiting.keys()]) settle(id, null);
  });
  return opened;
}

function settle(id: number, answer: Answer | null): void {
  waiting.get(id)?.(answer);
  waiting.delete(id);
}
