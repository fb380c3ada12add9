package org.errorpages.evidence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Combines one client with every failing server.
 *
 * @param name its name
 * @param client the client
 * @param expected the expected verdicts
 */
record ClientCases(String name, Client client, Map<NetworkFailure, Expected> expected) {

    ClientCases {
        expected = Map.copyOf(expected);
    }

    ClientCases(String name, Client client) {
        this(name, client, forAnyClient());
    }

    /** Returns the cases of a client whose timeout applies to each read, not to the whole response. */
    ClientCases withReadTimeout() {
        return with(NetworkFailure.IS_SILENT, "connection_read_timeout")
                .with(NetworkFailure.FALLS_SILENT, "connection_read_timeout");
    }

    /** Returns the cases of a client that reports a failure with another error type. */
    ClientCases with(NetworkFailure failure, String token) {
        return with(failure, Expected.status(failure.expected().status(), token));
    }

    ClientCases with(NetworkFailure failure, Expected other) {
        var copy = new EnumMap<>(expected);
        copy.put(failure, other);
        return new ClientCases(name, client, copy);
    }

    /** Returns the cases of a client that does not detect a failure. */
    ClientCases without(NetworkFailure failure) {
        var copy = new EnumMap<>(expected);
        copy.remove(failure);
        return new ClientCases(name, client, copy);
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
                client.get(server.uri(), failure.timeouts());
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
