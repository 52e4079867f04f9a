/**
 * What is measured and never judged: {@code mvn -Pbench verify} prints one table, see {@code
 * src/docs/performance.md}. Any {@code …Bench} of any package adds its {@link
 * dev.hatchery.bench.Figures}.
 */
package dev.hatchery.bench;
