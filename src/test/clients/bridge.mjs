// The official client of Vert.x' event-bus bridge, as it is published: orders, listens, is refused.
// Prints what it gets, one JSON document a line, each with the name of its step.
import EventBus from "@vertx/eventbus-bridge-client.js";

const bus = new EventBus(process.argv[2]);
const print = (step, document) => console.log(JSON.stringify({ step, ...document }));
const send = (address, body, headers = {}) =>
  new Promise((done) => bus.send(address, body, headers, (refused, answer) => done({ refused, answer: answer?.body })));
const listen = (address, headers) =>
  new Promise((done) => {
    bus.registerHandler(address, headers, (refused, message) => {
      print(address.split(".")[0], { refused, event: message?.body });
      if (refused || message.body.type === "complete") done(message?.body.id);
    });
  });

bus.onopen = async () => {
  print("denied", await send("storage.run.find", {}));
  print("invalid", await send("hatchery.hatch", { description: "" }));
  print("reserved", await send("hatchery.emit", { type: "complete" }));
  await listen("run.nobody", {});

  const hatched = await send("hatchery.hatch", { description: "A moss golem" }, { "Idempotency-Key": "once" });
  print("hatched", hatched);
  print("again", await send("hatchery.hatch", { description: "A moss golem" }, { "Idempotency-Key": "once" }));
  const last = await listen(`run.${hatched.answer.id}`, { last_event_id: 0 });
  print("finished", await send("hatchery.cancel", { run: hatched.answer.id }));

  const all = listen("runs", { last_event_id: last });
  const note = { run: "bridge", type: "note", data: { text: "a\nb\u2028" } };
  print("emitted", await send("hatchery.emit", [note, { run: "bridge", type: "task_completed", data: { status: "passed" } }]));
  await all;
  process.exit();
};
