// The WebSocket of npm's ws: prints the id of every event of a run until the server closes it.
import WebSocket from "ws";

const address = process.argv[2].replace("http", "ws");
let last = 0;

const open = () => {
  const socket = new WebSocket(`${address}?last_event_id=${last}`);
  socket.on("message", (text) => {
    const { id } = JSON.parse(text);
    if (id) {
      last = id;
      console.log(id);
    }
  });
  socket.on("error", () => {});
  socket.on("close", (code) => code === 1000 || setTimeout(open, 200));
};
open();
