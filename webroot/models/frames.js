/*
 * Server-Sent Events, read piece by piece. (A browser's own EventSource would have to know every type
 * beforehand, and a task may report any.)
 */

const LINE_END = /\r\n|\n|\r/;

/**
 * Usage: const frames = new Frames(); frames.read('id: 7\nevent: beat\n'), as text comes in, gives the frames
 * that it completes: {id: number or null, type, data: the parsed JSON}.
 */
export class Frames {
  #rest = '';
  #fields = {};

  /** How long to wait, in ms, before coming back, where the server said so last of all; otherwise null. */
  retry = null;

  read(text) {
    // A \r at the very end may be half of a \r\n.
    const all = this.#rest + text;
    const whole = all.endsWith('\r') ? all.slice(0, -1) : all;
    const lines = whole.split(LINE_END);
    this.#rest = lines.pop() + all.slice(whole.length);
    return lines.flatMap((line) => this.#line(line));
  }

  #line(line) {
    if (line !== '') {
      this.#field(line);
      return [];
    }
    const { id, event = 'message', data, retry } = this.#fields;
    this.#fields = {};
    if (data !== undefined) this.retry = null;
    else if (/^\d+$/.test(retry)) this.retry = Number(retry);
    return data === undefined ? [] : [{ id: id ? Number(id) : null, type: event, data: JSON.parse(data) }];
  }

  #field(line) {
    const [, name, value] = /^([^:]*)(?:: ?(.*))?$/su.exec(line);
    const before = this.#fields[name];
    if (name === 'data' && before !== undefined) this.#fields.data = `${before}\n${value ?? ''}`;
    else if (name !== '') this.#fields[name] = value ?? '';
  }
}
