// The EventSource of npm: prints the id of every event of a run until its ending.
import { EventSource } from "eventsource";

const types = ["task_started", "note", "task_completed"];
const source = new EventSource(process.argv[2]);
const print = (event) => console.log(event.lastEventId);

types.forEach((type) => source.addEventListener(type, print));
source.addEventListener("complete", (event) => {
  print(event);
  source.close();
});
