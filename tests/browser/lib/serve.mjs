// The whole internet, as far as a browser under test can tell: a proxy that leads every host name to one HTTPS server in this process.
// Real host names need neither port 443 nor root then, and nothing ever leaves the machine.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../../target/certificate');

/** A certificate made once on this machine; both browsers are told not to look at it closely. */
function certificate() {
  const files = { key: path.join(FOLDER, 'key.pem'), cert: path.join(FOLDER, 'cert.pem') };
  if (!fs.existsSync(files.cert)) {
    fs.mkdirSync(FOLDER, { recursive: true });
    const options = '-x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=x.com -addext subjectAltName=DNS:x.com'.split(
      ' ',
    );
    execFileSync('openssl', ['req', ...options, '-keyout', files.key, '-out', files.cert], { stdio: 'ignore' });
  }
  return { key: fs.readFileSync(files.key), cert: fs.readFileSync(files.cert) };
}

/**
 * Starts it. `route(host, path)` answers `{ body, type?, status?, headers? }` or null for "not found"; it may be a promise, and be
 * replaced at any time. `requests` lists what was asked for.
 */
export async function internet() {
  const net = { route: () => null, requests: [], port: 0, close };
  const answer = async (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    net.requests.push({ host, path: request.url });
    const found = await net.route(host, request.url);
    const { body = '', type = 'text/html; charset=utf-8', status = 200, headers = {} } = found ?? { status: 404 };
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(body);
  };
  const secure = https.createServer(certificate(), answer);
  const proxy = http.createServer((_, response) => response.writeHead(404).end());
  const sockets = new Set();
  proxy.on('connect', (_, socket, head) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    secure.emit('connection', socket);
  });
  secure.on('tlsClientError', () => {}); // a browser that hung up is no error of ours
  await new Promise(done => proxy.listen(0, '127.0.0.1', done));
  net.port = proxy.address().port;
  return net;

  function close() {
    proxy.close();
    proxy.closeAllConnections();
    for (const socket of sockets) socket.destroy();
  }
}
