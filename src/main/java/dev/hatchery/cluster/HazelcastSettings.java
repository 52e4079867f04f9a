package dev.hatchery.cluster;

import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import com.hazelcast.spi.merge.DiscardMergePolicy;
import com.hazelcast.spi.properties.ClusterProperty;
import com.hazelcast.spi.properties.HazelcastProperty;
import dev.hatchery.config.DatabaseUrl;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import java.time.Duration;

/**
 * Hazelcast as Vert.x needs it, and nothing else of it: members alone may connect, at one address
 * that somebody named, and nobody is looked for anywhere.
 */
final class HazelcastSettings {
  /** The name of a node, among the attributes of its member. */
  static final String NODE = "hatchery.node";

  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final Duration SILENCE_MOST = Duration.ofSeconds(8);

  /** How soon two halves that lost sight of each other, or began at once, become one again. */
  private static final Duration HEALING = Duration.ofSeconds(5);

  /** There are a few dozen addresses to keep. Who has another number cannot join. */
  private static final int PARTITIONS = 31;

  private HazelcastSettings() {}

  /**
   * The settings of one node.
   *
   * @param database what makes it one of these nodes: who has another one would be told of another
   *     journal
   */
  static Config of(String node, Place place, DatabaseUrl database) {
    // Of the whole process: something is logged before these settings are looked at.
    System.setProperty(ClusterProperty.LOGGING_TYPE.getName(), "slf4j");
    // Vert.x' own maps, with their copies on other members.
    var config = ConfigUtil.loadConfig().setClusterName(name(database));
    config.getMemberAttributeConfig().setAttribute(NODE, node);
    membersOnly(config, place);
    quietAndQuick(config);
    config
        .getSerializationConfig()
        .setJavaSerializationFilterConfig(
            new JavaSerializationFilterConfig().setDefaultsDisabled(true).setWhitelist(allowed()));
    startAnewAfterASplit(config);
    return config;
  }

  private static String name(DatabaseUrl database) {
    return "hatchery on %s:%d/%s".formatted(database.host(), database.port(), database.name());
  }

  private static void membersOnly(Config config, Place place) {
    var network = config.getAdvancedNetworkConfig().setEnabled(true);
    network.setMemberEndpointConfig(
        new ServerSocketEndpointConfig()
            .setPort(place.bound().getPort())
            .setPortAutoIncrement(false)
            .setReuseAddress(true));
    network.getMemberAddressProviderConfig().setEnabled(true).setImplementation(place);
    var join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(place.others());
    // Otherwise it would listen on every address of the machine.
    set(config, ClusterProperty.SOCKET_BIND_ANY, "false");
  }

  private static void quietAndQuick(Config config) {
    set(config, ClusterProperty.PHONE_HOME_ENABLED, "false");
    set(config, ClusterProperty.HEARTBEAT_INTERVAL_SECONDS, HEARTBEAT);
    set(config, ClusterProperty.MAX_NO_HEARTBEAT_SECONDS, SILENCE_MOST);
    set(config, ClusterProperty.WAIT_SECONDS_BEFORE_JOIN, Duration.ZERO);
    set(config, ClusterProperty.MERGE_FIRST_RUN_DELAY_SECONDS, HEALING);
    set(config, ClusterProperty.MERGE_NEXT_RUN_DELAY_SECONDS, HEALING);
    set(config, ClusterProperty.PARTITION_COUNT, Integer.toString(PARTITIONS));
    set(config, ClusterProperty.HEALTH_MONITORING_LEVEL, "OFF");
    config.getMetricsConfig().setEnabled(false);
  }

  /**
   * What may come as a Java object. Vert.x sends none, and Hazelcast its failures, which hold
   * strings, stack traces and each other.
   */
  private static ClassFilter allowed() {
    return new ClassFilter()
        .addPrefixes("com.hazelcast.", "java.lang.", "[Ljava.lang.")
        .addClasses(
            "java.util.CollSer",
            "java.util.Collections$EmptyList",
            "java.util.Collections$UnmodifiableCollection",
            "java.util.Collections$UnmodifiableList",
            "java.util.Collections$UnmodifiableRandomAccessList",
            "java.util.ArrayList",
            "java.util.ConcurrentModificationException",
            "java.util.concurrent.CancellationException",
            "java.util.concurrent.CompletionException",
            "java.util.concurrent.ExecutionException",
            "java.util.concurrent.RejectedExecutionException",
            "java.util.concurrent.TimeoutException",
            "java.io.EOFException",
            "java.io.IOException",
            "java.net.ConnectException",
            "java.net.SocketException",
            "java.net.SocketTimeoutException");
  }

  /** Every node tells the others anew who listens to what, so nothing needs to be reconciled. */
  private static void startAnewAfterASplit(Config config) {
    var discard = new MergePolicyConfig().setPolicy(DiscardMergePolicy.class.getName());
    config.getMapConfigs().values().forEach(map -> map.setMergePolicyConfig(discard));
    config.getMultiMapConfigs().values().forEach(map -> map.setMergePolicyConfig(discard));
  }

  private static void set(Config config, HazelcastProperty property, Duration value) {
    set(config, property, Long.toString(value.toSeconds()));
  }

  private static void set(Config config, HazelcastProperty property, String value) {
    config.setProperty(property.getName(), value);
  }
}
