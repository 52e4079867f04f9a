package dev.hatchery.protocol;

import static dev.hatchery.protocol.Reach.CLUSTER;
import static dev.hatchery.protocol.Reach.NODE;

import java.time.Duration;

/**
 * Every conversation of Hatchery: who may be asked what, and what is told. A question is answered
 * by the node that asks it, since each knows the same database; what only one node can answer is
 * asked {@linkplain Question#at there}, by whoever found in the database which one that is.
 */
public final class Addresses {
  private static final Duration SHORT = Duration.ofSeconds(30);

  /** Work ends by its own time-outs; the asker outwaits them all. */
  private static final Duration UNTIL_IT_ENDS = Duration.ofDays(7);

  private Addresses() {}

  // Runs

  public static final Question<Running.Submit, Running.Submitted> SUBMIT =
      local("run.submit", Running.Submit.class, Running.Submitted.class);
  public static final Question<Running.Cancel, Running.View> CANCEL =
      local("run.cancel", Running.Cancel.class, Running.View.class);
  public static final Question<Running.Halt, Running.Done> HALT =
      local("run.halt", Running.Halt.class, Running.Done.class);
  public static final Question<Running.Retry, Running.Submitted> RETRY =
      local("run.retry", Running.Retry.class, Running.Submitted.class);
  public static final Question<Running.Work, Running.Worked> HATCH =
      work("hatching.work", Running.Work.class, Running.Worked.class);
  public static final Question<Running.Halt, Running.Done> HALT_HATCHING =
      local("hatching.halt", Running.Halt.class, Running.Done.class);

  public static final Question<Running.LineUp, Running.Done> LINE_UP =
      local("run.line-up", Running.LineUp.class, Running.Done.class);

  // Nodes and what they hold

  public static final Question<Leasing.Enter, Leasing.Entered> ENTER =
      local("storage.node.enter", Leasing.Enter.class, Leasing.Entered.class);
  public static final Question<Leasing.Renew, Leasing.Renewed> RENEW =
      local("storage.node.renew", Leasing.Renew.class, Leasing.Renewed.class);
  public static final Question<Leasing.Leave, Storage.Saved> LEAVE =
      local("storage.node.leave", Leasing.Leave.class, Storage.Saved.class);
  public static final Question<Leasing.Release, Storage.Saved> RELEASE_RUN =
      local("storage.node.release", Leasing.Release.class, Storage.Saved.class);
  public static final Question<Leasing.Look, Leasing.Prospect> LOOK_FOR_WORK =
      local("storage.node.look", Leasing.Look.class, Leasing.Prospect.class);
  public static final Question<Leasing.ListLine, Leasing.Line> LIST_LINE =
      local("storage.node.line", Leasing.ListLine.class, Leasing.Line.class);
  public static final Question<Leasing.ListNodes, Leasing.Nodes> LIST_NODES =
      local("node.list", Leasing.ListNodes.class, Leasing.Nodes.class);
  public static final Question<Leasing.ListNodes, Leasing.Nodes> RECALL_NODES =
      local("storage.node.list", Leasing.ListNodes.class, Leasing.Nodes.class);
  public static final Question<Leasing.Drain, Running.Done> DRAIN =
      work("node.drain", Leasing.Drain.class, Running.Done.class);
  public static final Topic<Leasing.Load> LOADED =
      new Topic<>("node.loaded", Leasing.Load.class, NODE);
  public static final Topic<Leasing.Renewed> RENEWED =
      new Topic<>("node.renewed", Leasing.Renewed.class, NODE);
  public static final Topic<Leasing.Lost> LEASES_LOST =
      new Topic<>("node.lost", Leasing.Lost.class, NODE);
  public static final Topic<Leasing.Serving> SERVING =
      new Topic<>("node.serving", Leasing.Serving.class, NODE);
  public static final Topic<Leasing.Leaving> LEAVING =
      new Topic<>("node.leaving", Leasing.Leaving.class, NODE);
  public static final Topic<Leasing.Present> PRESENT =
      new Topic<>("node.present", Leasing.Present.class, NODE);
  public static final Topic<Leasing.Waiting> RUNS_WAIT =
      new Topic<>("run.waiting", Leasing.Waiting.class, CLUSTER);

  // Missions
  public static final Question<Missions.Propose, Running.Submitted> PROPOSE =
      local("mission.propose", Missions.Propose.class, Running.Submitted.class);
  public static final Question<Missions.Amend, Missions.Amended> AMEND =
      local("mission.amend", Missions.Amend.class, Missions.Amended.class);
  public static final Question<Missions.Approve, Running.View> APPROVE =
      local("mission.approve", Missions.Approve.class, Running.View.class);
  public static final Question<Missions.Execute, Running.View> EXECUTE =
      local("mission.execute", Missions.Execute.class, Running.View.class);
  public static final Question<Missions.TryAgain, Running.View> TRY_AGAIN =
      local("mission.tryAgain", Missions.TryAgain.class, Running.View.class);
  public static final Question<Missions.Clarify, Running.View> CLARIFY =
      local("mission.clarify", Missions.Clarify.class, Running.View.class);
  public static final Question<Missions.Judge, Running.View> JUDGE =
      local("mission.judge", Missions.Judge.class, Running.View.class);
  public static final Question<Missions.Rate, Missions.Rated> RATE =
      local("mission.rate", Missions.Rate.class, Missions.Rated.class);
  public static final Question<Missions.Say, Missions.Heard> SAY =
      local("mission.say", Missions.Say.class, Missions.Heard.class);
  public static final Question<Running.Work, Running.Worked> PURSUE =
      work("mission.work", Running.Work.class, Running.Worked.class);
  public static final Question<Running.Halt, Running.Done> HALT_MISSION =
      local("mission.halt", Running.Halt.class, Running.Done.class);

  // Models and renderers

  public static final Question<Generation.Prompt, Generation.Written> GENERATE =
      work("generation.generate", Generation.Prompt.class, Generation.Written.class);
  public static final Question<Generation.Compose, Generation.Composed> COMPOSE =
      work("generation.compose", Generation.Compose.class, Generation.Composed.class);
  public static final Topic<Generation.Composing> COMPOSING =
      new Topic<>("generation.composing", Generation.Composing.class, NODE);
  public static final Question<Generation.Choose, Generation.Chosen> CHOOSE =
      work("generation.choose", Generation.Choose.class, Generation.Chosen.class);
  public static final Question<Running.Halt, Running.Done> HALT_GENERATION =
      local("generation.halt", Running.Halt.class, Running.Done.class);
  public static final Question<Rendering.Commission, Rendering.Painted> RENDER =
      work("rendering.render", Rendering.Commission.class, Rendering.Painted.class);
  public static final Question<Running.Halt, Running.Done> HALT_RENDERING =
      local("rendering.halt", Running.Halt.class, Running.Done.class);

  /** Asked of the node that works on the run; who looks at pictures is not kept waiting by it. */
  public static final Question<Rendering.Peek, Rendering.Preview> PREVIEW =
      new Question<>(
          "rendering.preview",
          Rendering.Peek.class,
          Rendering.Preview.class,
          Duration.ofSeconds(5),
          NODE);

  // Progress

  public static final Question<Progress.Open, Running.Done> OPEN_PROGRESS =
      local("progress.open", Progress.Open.class, Running.Done.class);
  public static final Topic<Progress.Wait> WAITED =
      new Topic<>("progress.waited", Progress.Wait.class, NODE);
  public static final Topic<Progress.Enter> ENTERED =
      new Topic<>("progress.entered", Progress.Enter.class, NODE);
  public static final Topic<Progress.Measure> MEASURED =
      new Topic<>("progress.measured", Progress.Measure.class, NODE);
  public static final Question<Progress.Reach, Progress.Reached> REACH =
      work("progress.reach", Progress.Reach.class, Progress.Reached.class);

  public static final Question<Progress.Tell, Progress.Told> TELL =
      work("progress.tell", Progress.Tell.class, Progress.Told.class);

  // Work of other programs

  public static final Question<Emitting.Emit, Emitting.Emitted> EMIT =
      local("emitting.emit", Emitting.Emit.class, Emitting.Emitted.class);
  public static final Topic<Emitting.Kept> KEPT =
      new Topic<>("emitting.kept", Emitting.Kept.class, NODE);
  public static final Question<Running.Halt, Running.Done> HALT_TASK =
      local("emitting.halt", Running.Halt.class, Running.Done.class);
  public static final Question<Emitting.Open, Emitting.Opened> OPEN_RUNS =
      local("storage.reported.open", Emitting.Open.class, Emitting.Opened.class);
  public static final Question<Emitting.TakeUp, Emitting.TakenUp> TAKE_UP_RUNS =
      local("storage.reported.take-up", Emitting.TakeUp.class, Emitting.TakenUp.class);
  public static final Question<Emitting.LetGo, Storage.Saved> LET_GO_OF_RUNS =
      local("storage.reported.let-go", Emitting.LetGo.class, Storage.Saved.class);
  public static final Question<Emitting.Locate, Emitting.Located> LOCATE_RUNS =
      local("storage.reported.locate", Emitting.Locate.class, Emitting.Located.class);
  public static final Question<Emitting.Recall, Emitting.Recalled> RECALL_EMITTED =
      local("storage.reported.recall", Emitting.Recall.class, Emitting.Recalled.class);

  // The journal

  public static final Question<Journal.Append, Journal.Appended> APPEND =
      local("journal.append", Journal.Append.class, Journal.Appended.class);
  public static final Question<Journal.Read, Journal.Stretch> READ =
      local("journal.read", Journal.Read.class, Journal.Stretch.class);
  public static final Question<Journal.ReadNewest, Journal.Stretch> READ_NEWEST =
      local("journal.read-newest", Journal.ReadNewest.class, Journal.Stretch.class);
  public static final Topic<Journal.Committed> COMMITTED =
      new Topic<>("journal.committed", Journal.Committed.class, CLUSTER);

  // Storage

  public static final Question<Storage.CreateRun, Storage.CreatedRun> CREATE_RUN =
      local("storage.run.create", Storage.CreateRun.class, Storage.CreatedRun.class);
  public static final Question<Storage.FindRoom, Storage.Saved> FIND_ROOM =
      local("storage.run.room", Storage.FindRoom.class, Storage.Saved.class);
  public static final Question<Storage.ClaimRun, Storage.ClaimedRun> CLAIM_RUN =
      local("storage.run.claim", Storage.ClaimRun.class, Storage.ClaimedRun.class);
  public static final Question<Storage.ReleaseRuns, Storage.Saved> RELEASE_RUNS =
      local("storage.run.release", Storage.ReleaseRuns.class, Storage.Saved.class);
  public static final Question<Storage.FindRun, Storage.FoundRun> FIND_RUN =
      local("storage.run.find", Storage.FindRun.class, Storage.FoundRun.class);
  public static final Question<Storage.ListRuns, Storage.Runs> LIST_RUNS =
      local("storage.run.list", Storage.ListRuns.class, Storage.Runs.class);
  public static final Question<Storage.SaveAgent, Storage.FoundAgent> SAVE_AGENT =
      local("storage.agent.save", Storage.SaveAgent.class, Storage.FoundAgent.class);
  public static final Question<Storage.FindAgent, Storage.FoundAgent> FIND_AGENT =
      local("storage.agent.find", Storage.FindAgent.class, Storage.FoundAgent.class);
  public static final Question<Storage.ListAgents, Storage.Agents> LIST_AGENTS =
      local("storage.agent.list", Storage.ListAgents.class, Storage.Agents.class);
  public static final Question<Storage.DeleteAgent, Storage.Saved> DELETE_AGENT =
      local("storage.agent.delete", Storage.DeleteAgent.class, Storage.Saved.class);
  public static final Question<Storage.SavePicture, Storage.Saved> SAVE_PICTURE =
      local("storage.picture.save", Storage.SavePicture.class, Storage.Saved.class);
  public static final Question<Storage.FindPicture, Storage.Picture> FIND_PICTURE =
      local("storage.picture.find", Storage.FindPicture.class, Storage.Picture.class);

  // Money, tools and artifacts of missions
  public static final Question<Missions.Count, Missions.Counted> COUNT_MISSIONS =
      local("mission.count", Missions.Count.class, Missions.Counted.class);
  public static final Question<Ledger.CountMissions, Ledger.CountedMissions> COUNT_LEDGER =
      local("ledger.count", Ledger.CountMissions.class, Ledger.CountedMissions.class);
  public static final Question<Recipes.ListAll, Recipes.All> LIST_RECIPES =
      local("recipe.list", Recipes.ListAll.class, Recipes.All.class);
  public static final Question<Recipes.KeepMission, Recipes.Known> KEEP_MISSION =
      local("recipe.keep", Recipes.KeepMission.class, Recipes.Known.class);
  public static final Question<Recipes.Use, Running.Submitted> USE_RECIPE =
      local("recipe.use", Recipes.Use.class, Running.Submitted.class);
  public static final Question<Recipes.Forget, Storage.Saved> FORGET_RECIPE =
      local("recipe.forget", Recipes.Forget.class, Storage.Saved.class);
  public static final Question<Recipes.Forget, Storage.Saved> DROP_RECIPE =
      local("storage.recipe.drop", Recipes.Forget.class, Storage.Saved.class);
  public static final Question<Recipes.Keep, Storage.Saved> KEEP_RECIPE =
      local("storage.recipe.keep", Recipes.Keep.class, Storage.Saved.class);
  public static final Question<Recipes.Open, Recipes.Opened> OPEN_RECIPES =
      local("storage.recipe.open", Recipes.Open.class, Recipes.Opened.class);
  public static final Question<Recipes.Note, Storage.Saved> NOTE_RECIPE =
      local("storage.recipe.note", Recipes.Note.class, Storage.Saved.class);
  public static final Question<Scheduling.Plan, Scheduling.Planned> PLAN_SCHEDULE =
      local("schedule.plan", Scheduling.Plan.class, Scheduling.Planned.class);
  public static final Question<Scheduling.Keep, Scheduling.Planned> KEEP_SCHEDULE =
      local("storage.schedule.keep", Scheduling.Keep.class, Scheduling.Planned.class);
  public static final Question<Scheduling.Drop, Storage.Saved> DROP_SCHEDULE =
      local("storage.schedule.drop", Scheduling.Drop.class, Storage.Saved.class);
  public static final Question<Scheduling.ListAll, Scheduling.All> LIST_SCHEDULES =
      local("storage.schedule.list", Scheduling.ListAll.class, Scheduling.All.class);
  public static final Question<Scheduling.Claim, Scheduling.Claimed> CLAIM_SCHEDULE =
      local("storage.schedule.claim", Scheduling.Claim.class, Scheduling.Claimed.class);
  public static final Question<Scheduling.Settle, Storage.Saved> SETTLE_SCHEDULE =
      local("storage.schedule.settle", Scheduling.Settle.class, Storage.Saved.class);
  public static final Question<Ledger.Reserve, Ledger.Reserved> RESERVE =
      local("ledger.reserve", Ledger.Reserve.class, Ledger.Reserved.class);
  public static final Question<Ledger.RecallTools, Ledger.RecalledTools> RECALL_TOOLS =
      local("ledger.tools", Ledger.RecallTools.class, Ledger.RecalledTools.class);
  public static final Question<Ledger.KeepVerdict, Storage.Saved> KEEP_VERDICT =
      local("ledger.verdict", Ledger.KeepVerdict.class, Storage.Saved.class);
  public static final Question<Ledger.KeepSurvey, Storage.Saved> KEEP_SURVEY =
      local("ledger.survey", Ledger.KeepSurvey.class, Storage.Saved.class);
  public static final Question<Ledger.FindArtifact, Ledger.FoundArtifact> FIND_ARTIFACT =
      local("ledger.artifact", Ledger.FindArtifact.class, Ledger.FoundArtifact.class);

  // Who may come in

  public static final Question<Access.Look, Access.Looked> LOOK_AT_ACCESS =
      local("access.look", Access.Look.class, Access.Looked.class);
  public static final Question<Access.Admit, Access.Admitted> ADMIT =
      local("access.admit", Access.Admit.class, Access.Admitted.class);
  public static final Question<Access.Readmit, Access.Admitted> READMIT =
      local("access.readmit", Access.Readmit.class, Access.Admitted.class);
  public static final Question<Access.SignIn, Access.Admitted> SIGN_IN =
      local("access.sign-in", Access.SignIn.class, Access.Admitted.class);
  public static final Question<Access.SignOut, Storage.Saved> SIGN_OUT =
      local("access.sign-out", Access.SignOut.class, Storage.Saved.class);
  public static final Question<Access.IssueTicket, Storage.Saved> ISSUE_TICKET =
      local("access.ticket", Access.IssueTicket.class, Storage.Saved.class);
  public static final Question<Access.MakeShare, Access.Shares> MAKE_SHARE =
      local("access.share.make", Access.MakeShare.class, Access.Shares.class);
  public static final Question<Access.ListShares, Access.Shares> LIST_SHARES =
      local("access.share.list", Access.ListShares.class, Access.Shares.class);
  public static final Question<Access.EndShare, Storage.Saved> END_SHARE =
      local("access.share.end", Access.EndShare.class, Storage.Saved.class);

  // What past runs teach

  public static final Question<Learning.Timed, Storage.Saved> KEEP_TIME =
      local("learning.time", Learning.Timed.class, Storage.Saved.class);
  public static final Question<Learning.Foretold, Storage.Saved> KEEP_FORECASTS =
      local("learning.forecasts", Learning.Foretold.class, Storage.Saved.class);
  public static final Question<Learning.Recall, Learning.Recalled> RECALL =
      local("learning.recall", Learning.Recall.class, Learning.Recalled.class);
  public static final Question<Learning.RecallLength, Learning.Length> RECALL_LENGTH =
      local("learning.length", Learning.RecallLength.class, Learning.Length.class);
  public static final Question<Learning.Expect, Learning.Expected> EXPECT =
      local("learning.expect", Learning.Expect.class, Learning.Expected.class);
  public static final Question<Learning.Count, Learning.Counted> COUNT =
      local("learning.count", Learning.Count.class, Learning.Counted.class);

  // Streams

  public static final Question<Streaming.Follow, Streaming.Followed> FOLLOW =
      local("streaming.follow", Streaming.Follow.class, Streaming.Followed.class);
  public static final Question<Streaming.Newest, Streaming.Followed> NEWEST =
      local("streaming.newest", Streaming.Newest.class, Streaming.Followed.class);
  public static final Topic<Streaming.Fed> FED =
      new Topic<>("streaming.fed", Streaming.Fed.class, NODE);

  private static <Q extends Message, A extends Message> Question<Q, A> local(
      String address, Class<Q> asks, Class<A> answers) {
    return new Question<>(address, asks, answers, SHORT, NODE);
  }

  private static <Q extends Message, A extends Message> Question<Q, A> work(
      String address, Class<Q> asks, Class<A> answers) {
    return new Question<>(address, asks, answers, UNTIL_IT_ENDS, NODE);
  }
}
