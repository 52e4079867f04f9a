package dev.hatchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenCommandTest extends CommandLineFixture {
  @Test
  void theSecretAloneIsPrintedAndWhatIsSaidAboutItGoesBeside() {
    assertThat(run("token", "create", "ada")).isZero();
    assertThat(out.toString()).isEqualTo("hatchery_secret1\n");
    assertThat(err.toString())
        .contains("Token 1 of ada; keep it now", "every request needs a token", "create local");
  }

  @Test
  void onlyTheFirstTokenChangesWhatAllOthersNeed() {
    run("token", "create", "ada");
    err.getBuffer().setLength(0);
    assertThat(run("token", "create", "bob", "--read-only")).isZero();
    assertThat(err.toString()).isEqualTo("Token 2 of bob; keep it now, it is not shown again:\n");
  }

  @Test
  void theListNamesUsersAndRightsAndNoSecret() {
    run("token", "create", "ada");
    run("token", "create", "bob", "--read-only");
    out.getBuffer().setLength(0);
    assertThat(run("token", "list")).isZero();
    assertThat(out.toString().lines().map(line -> line.replaceAll(" \\d{4}-.*", "")))
        .containsExactly(
            "TOKEN  USER  MAY              MADE",
            "1      ada   look and change ",
            "2      bob   look            ");
    assertThat(out.toString()).doesNotContain("secret");
  }

  @Test
  void machinesGetALineOfJson() {
    run("--json", "token", "create", "ada");
    assertThat(out.toString())
        .isEqualTo(
            "{\"type\":\"token\",\"number\":1,\"user\":\"ada\",\"read_only\":false,"
                + "\"created_at\":\"2026-11-25T04:00:00Z\",\"token\":\"hatchery_secret1\"}\n");
  }

  @Test
  void revokingSaysWhatIsLeftAndWhatFollowsWhenNothingIs() {
    run("token", "create", "ada");
    run("token", "create", "ada");
    run("token", "create", "bob");
    out.getBuffer().setLength(0);
    assertThat(run("token", "revoke", "3")).isZero();
    assertThat(run("token", "revoke", "ada")).isZero();
    assertThat(out.toString()).isEqualTo("Revoked: 1. Left: 2.\nRevoked: 2. Left: 0.\n");
    assertThat(err.toString()).contains("No token is left");
  }

  @Test
  void whatIsNotThereCannotBeRevoked() {
    assertThat(run("token", "revoke", "7")).isOne();
    assertThat(err.toString())
        .isEqualTo("hatchery: there is no token 7; see: hatchery token list\n");
  }
}
