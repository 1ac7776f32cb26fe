/**
 * WebKit by its own driver: WebKitGTK's MiniBrowser on a display of its own. No driver library
 * that the tests have starts it, and five commands of W3C WebDriver are all that is asked.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A page in WebKit. */
export interface WebKitPage {
  goto(address: string): Promise<void>;
  /** Runs a function in the page; it refers to nothing but its argument and the page. */
  evaluate<T, A>(act: (argument: A) => T, argument: A): Promise<T>;
  press(key: string): Promise<void>;
  close(): Promise<void>;
}

interface Session {
  readonly sessionId: string;
}

/** The sandbox cannot be had as root, and a display in memory has nothing to composite with. */
const ENVIRONMENT = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
};

const PATIENCE_MS = 20_000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('none')),
      );
    });
  });
}

/** Starts a virtual display and gives its number. */
function display(): Promise<{ screen: ChildProcess; name: string }> {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.stdout.once('data', (number) => resolve({ screen, name: `:${String(number).trim()}` }));
  });
}

/** Opens WebKit. @param driver the executable of WebKitWebDriver. */
export async function launchWebKit(driver: string): Promise<WebKitPage> {
  const { screen, name } = await display();
  const port = await freePort();
  const env = { ...process.env, ...ENVIRONMENT, DISPLAY: name };
  const server = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' });
  const command = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
      headers: { 'content-type': 'application/json' },
    });
    const { value } = (await answer.json()) as { value: T & { message?: string } };
    if (!answer.ok) throw new Error(`WebKit: ${method} ${path}: ${value.message}`);
    return value;
  };
  const begin = async (): Promise<Session> => {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await command<Session>('POST', '/session', { capabilities: {} });
      } catch (error) {
        if (Date.now() > until) throw error;
        await wait(200);
      }
    }
  };
  const stop = () => {
    server.kill();
    screen.kill();
  };
  try {
    const session = `/session/${(await begin()).sessionId}`;
    await command('POST', `${session}/window/rect`, { width: 1300, height: 900 });
    return {
      goto: (url) => command('POST', `${session}/url`, { url }),
      evaluate: (act, argument) =>
        command('POST', `${session}/execute/sync`, {
          script: `return (${act})(arguments[0]);`,
          args: [argument],
        }),
      press: (key) =>
        command('POST', `${session}/actions`, {
          actions: [
            {
              type: 'key',
              id: 'keyboard',
              actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: key })),
            },
          ],
        }),
      close: async () => {
        await command('DELETE', session).finally(stop);
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
