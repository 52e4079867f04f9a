package dev.hatchery.config;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How missions are carried out, with which tools, and for how much.
 *
 * @param concurrency how many are carried out at a time
 * @param leastConfidence below it no tool is chosen, 0 to 1
 * @param monthlyLimitUsd what one user may spend in a calendar month, in dollars
 * @param toolCosts what one use of a tool costs, in dollars, by the tool's name
 * @param tokenCosts what a million tokens cost, read or written, in dollars, by the provider's name
 * @param searchUrl a search engine that answers like SearXNG; empty for none
 * @param allowedDomains whose pages are read: {@code example.org}, {@code *.example.org}, or {@code
 *     *} for every public site; empty for none
 * @param tools further tools, by their names
 */
public record Missions(
    int concurrency,
    double leastConfidence,
    BigDecimal monthlyLimitUsd,
    Map<String, BigDecimal> toolCosts,
    Map<String, BigDecimal> tokenCosts,
    URI searchUrl,
    List<String> allowedDomains,
    Map<String, ToolEntry> tools) {

  /** The tools that are always there, configured or not. */
  public static final Set<String> BUILT_IN =
      Set.of("calculate", "web_search", "web_extract", "write");

  private static final Pattern TOOL = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "\\*|(?:\\*\\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

  public Missions {
    toolCosts = Map.copyOf(toolCosts);
    tokenCosts = Map.copyOf(tokenCosts);
    allowedDomains = List.copyOf(allowedDomains);
    tools = Map.copyOf(tools);
    Check.that(concurrency >= 1, "missions.concurrency must be at least 1, was %s", concurrency);
    Check.that(
        leastConfidence >= 0 && leastConfidence <= 1,
        "missions.leastConfidence must be 0 to 1, was %s",
        Check.plain(leastConfidence));
    Check.amount("missions.monthlyLimitUsd", monthlyLimitUsd);
    toolCosts.forEach((tool, cost) -> Check.amount("missions.toolCosts." + tool, cost));
    tokenCosts.forEach((model, cost) -> Check.amount("missions.tokenCosts." + model, cost));
    if (!searchUrl.toString().isEmpty()) {
      Check.address("missions.searchUrl", searchUrl);
    }
    allowedDomains.forEach(Missions::domain);
    tools.keySet().forEach(Missions::tool);
    for (var tool : toolCosts.keySet()) {
      Check.that(
          BUILT_IN.contains(tool) || tools.containsKey(tool),
          "missions.toolCosts has a cost of %s, but there is no such tool",
          tool);
    }
  }

  private static void domain(String domain) {
    Check.that(
        DOMAIN.matcher(domain).matches(),
        "missions.allowedDomains has \"%s\", but may have example.org, *.example.org or *",
        domain);
  }

  private static void tool(String name) {
    Check.that(
        TOOL.matcher(name).matches(),
        "missions.tools has \"%s\"; a tool's name has 1 to 32 of a-z 0-9 _ and begins with a"
            + " letter",
        name);
    Check.that(!BUILT_IN.contains(name), "missions.tools has %s, which is built in", name);
  }
}
