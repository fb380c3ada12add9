package org.errorpages.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

/** Provides exceptions of clients for a broker and a cache, which are on the side self like a database. */
final class MessagingEvidence {

    private static final int SHORT = 300;

    private MessagingEvidence() {}

    static List<Evidence> all() {
        return List.of(
                new Evidence("Jedis: no server", unavailable(), MessagingEvidence::redisAway),
                new Evidence("Jedis: server never responds", unavailable(), MessagingEvidence::redisSilent),
                new Evidence("Jedis: server closes the connection", unavailable(), MessagingEvidence::redisHangsUp),
                new Evidence("Jedis: server returns an error", Expected.status(500), MessagingEvidence::redisRefuses),
                new Evidence("Jedis: all connections are in use", unavailable(), MessagingEvidence::exhaustedRedisPool),
                new Evidence("Jedis: pool without server", unavailable(), MessagingEvidence::redisPoolAway),
                new Evidence("Kafka producer: no broker", unavailable(), MessagingEvidence::producer),
                new Evidence("Kafka consumer: no broker", unavailable(), MessagingEvidence::consumer),
                new Evidence("Kafka admin: no broker", unavailable(), MessagingEvidence::admin));
    }

    private static Expected unavailable() {
        return Expected.status(503).retryAfter(1);
    }

    private static void redisAway() throws Exception {
        try (var port = new ClosedPort();
                var redis = new Jedis("127.0.0.1", port.port())) {
            redis.ping();
        }
    }

    private static void redisSilent() throws Exception {
        redis(ServerBehaviour.replying(""));
    }

    private static void redisHangsUp() throws Exception {
        redis(client -> client.getInputStream().read());
    }

    private static void redisRefuses() throws Exception {
        redis(ServerBehaviour.replying("-ERR till 7\r\n".repeat(3)));
    }

    private static void redis(ServerBehaviour behaviour) throws Exception {
        try (var server = FailingUpstream.plain(behaviour);
                var redis = new Jedis("127.0.0.1", server.port(), SHORT)) {
            redis.get("stock");
        }
    }

    private static void exhaustedRedisPool() throws Exception {
        var config = new JedisPoolConfig();
        config.setMaxTotal(1);
        config.setMaxWait(Duration.ofMillis(SHORT));
        try (var server = FailingUpstream.plain(ServerBehaviour.replying("+OK\r\n+OK\r\n"));
                var pool = new JedisPool(config, "127.0.0.1", server.port());
                var first = pool.getResource();
                var second = pool.getResource()) {
            throw new AssertionError(first + " and " + second);
        }
    }

    private static void redisPoolAway() throws Exception {
        try (var port = new ClosedPort();
                var pool = new JedisPool("127.0.0.1", port.port());
                var connection = pool.getResource()) {
            throw new AssertionError(connection);
        }
    }

    private static void producer() throws Exception {
        try (var port = new ClosedPort();
                var kafka = new KafkaProducer<>(
                        settings(port, "max.block.ms"), new StringSerializer(), new StringSerializer())) {
            kafka.send(new ProducerRecord<>("orders", "7")).get(20, TimeUnit.SECONDS);
        }
    }

    private static void consumer() throws Exception {
        try (var port = new ClosedPort();
                var kafka = new KafkaConsumer<>(
                        settings(port, "default.api.timeout.ms"), new StringDeserializer(), new StringDeserializer())) {
            var unused = kafka.partitionsFor("orders");
        }
    }

    private static void admin() throws Exception {
        try (var port = new ClosedPort();
                var kafka = Admin.create(settings(port, "default.api.timeout.ms"))) {
            var unused = kafka.listTopics().names().get(20, TimeUnit.SECONDS);
        }
    }

    private static Map<String, Object> settings(ClosedPort port, String timeout) {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port.port(), "request.timeout.ms", SHORT, timeout, SHORT);
    }
}
