package org.errorpages.evidence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One client against every server that fails.
 *
 * @param name its name
 * @param client the client
 * @param expected what the reference says, for this client
 */
record ClientTrials(String name, Client client, Map<NetworkFailure, Expected> expected) {

    ClientTrials {
        expected = Map.copyOf(expected);
    }

    ClientTrials(String name, Client client) {
        this(name, client, forAnyClient());
    }

    /** Returns the trials of a client that has a limit for each read, not one for the answer. */
    ClientTrials withReadTimeout() {
        return with(NetworkFailure.IS_SILENT, "connection_read_timeout")
                .with(NetworkFailure.FALLS_SILENT, "connection_read_timeout");
    }

    /** Returns the trials of a client that can tell less, or tells it in other words. */
    ClientTrials with(NetworkFailure failure, String token) {
        return with(failure, Expected.status(failure.expected().status(), token));
    }

    ClientTrials with(NetworkFailure failure, Expected other) {
        var copy = new EnumMap<>(expected);
        copy.put(failure, other);
        return new ClientTrials(name, client, copy);
    }

    /** Returns the trials of a client that does not notice a failure. */
    ClientTrials without(NetworkFailure failure) {
        var copy = new EnumMap<>(expected);
        copy.remove(failure);
        return new ClientTrials(name, client, copy);
    }

    List<Evidence> all() {
        return expected.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(trial -> evidence(trial.getKey(), trial.getValue()))
                .toList();
    }

    private Evidence evidence(NetworkFailure failure, Expected answer) {
        return new Evidence(name + ": " + failure, answer, () -> {
            try (var server = failure.open()) {
                client.get(server.uri(), failure.patience());
            }
        });
    }

    private static Map<NetworkFailure, Expected> forAnyClient() {
        var expected = new EnumMap<NetworkFailure, Expected>(NetworkFailure.class);
        for (var failure : NetworkFailure.values()) {
            expected.put(failure, failure.expected());
        }
        return expected;
    }
}
