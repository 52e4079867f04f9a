/* The shared worker: one connection to the server for all tabs of this browser. */

import { Hub } from './hub.js';

const hub = new Hub();

self.addEventListener('connect', ({ ports: [port] }) => {
  const post = (message) => port.postMessage(message);
  port.onmessage = ({ data }) => (data.join ? hub.join(post, data.join) : hub.leave(post));
});
