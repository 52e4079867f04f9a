package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Recipe;
import dev.hatchery.protocol.RecipeId;
import dev.hatchery.protocol.Recipes;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Keeps each owner's recipes, and which missions were made by any recipe. */
final class RecipeStore {
  private final Database database;
  private final RecordJson json;

  RecipeStore(Database database, RecordJson json) {
    this.database = database;
    this.json = json;
  }

  Future<Storage.Saved> keep(Recipes.Keep keep) {
    var recipe = keep.recipe();
    return database
        .write()
        .run(
            "recipe/keep",
            recipe.id().value(),
            Objects.requireNonNull(recipe.owner()).name(),
            recipe.name(),
            json.write(recipe.brief()),
            Objects.requireNonNull(recipe.createdAt()).toEpochMilli())
        .compose(
            kept ->
                kept.rowCount() == 0
                    ? Future.failedFuture(
                        new ProblemException(
                            new Problem.Conflict(
                                "recipe_exists", "There is a recipe of this name already.")))
                    : Future.succeededFuture(new Storage.Saved()));
  }

  /** Also what came of it; what is scheduled has a brief of its own. */
  Future<Storage.Saved> forget(Recipes.Forget forget) {
    var owner = forget.owner().name();
    var recipe = forget.recipe().value();
    return database.together(
        sql ->
            sql.run("recipe/forget", owner, recipe)
                .compose(
                    forgotten ->
                        forgotten.rowCount() == 0
                            ? Future.failedFuture(
                                new ProblemException(
                                    new Problem.NotFound("There is no such recipe.")))
                            : sql.run("recipe/untry", owner, recipe))
                .map(new Storage.Saved()));
  }

  Future<Recipes.Opened> open(Recipes.Open open) {
    var owner = open.owner().name();
    var own = database.read().run("recipe/own", owner);
    var tried = database.read().run("recipe/tried", owner);
    return Future.all(own, tried)
        .map(
            all ->
                new Recipes.Opened(
                    list(own.result(), this::recipe), list(tried.result(), RecipeStore::tried)));
  }

  Future<Storage.Saved> note(Recipes.Note note) {
    return database
        .write()
        .run("recipe/note", note.mission().value(), note.owner().name(), note.recipe().value())
        .map(new Storage.Saved());
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
    return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
  }

  private Recipe recipe(Row row) {
    return new Recipe(
        new RecipeId(row.getString("id")),
        new Owner(row.getString("owner")),
        row.getString("name"),
        json.read(row.getString("brief"), Brief.class),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }

  private static Recipes.Tried tried(Row row) {
    return new Recipes.Tried(
        new RecipeId(row.getString("recipe")), row.getInteger("runs"), row.getInteger("successes"));
  }
}
