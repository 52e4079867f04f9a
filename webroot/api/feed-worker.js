/* The shared worker: one connection to the server for all tabs of this browser. */

import { Hubs } from './hubs.js';

const hubs = new Hubs();

self.addEventListener('connect', ({ ports: [port] }) => {
  const post = (message) => port.postMessage(message);
  port.onmessage = ({ data }) => (data.join ? hubs.join(post, data.join) : hubs.leave(post));
});
