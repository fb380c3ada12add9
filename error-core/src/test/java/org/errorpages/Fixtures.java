package org.errorpages;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.errorpages.describe.RuntimeDetails;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.IncidentId;

/** Settings, ids and requests that tests share. */
public final class Fixtures {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final IncidentId ID = new IncidentId(UUID.fromString("3d2f4a6b-8c9d-4e1f-a2b3-c4d5e6f70819"));

    private Fixtures() {}

    /** Returns a builder with a fixed clock, a fixed id and an unthrottled log. */
    public static ErrorPages.Builder builder(String... settings) {
        var all = new ArrayList<>(List.of("logStacks", "all"));
        all.addAll(List.of(settings));
        return ErrorPages.builder()
                .config(config(all.toArray(String[]::new)))
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .incidentIds(() -> ID)
                .runtimeDetails(new RuntimeDetails(() -> Map.of("java", "17.0.15, Eclipse Adoptium")));
    }

    public static ErrorPagesConfig config(String... settings) {
        var map = new HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return ErrorPagesConfig.from(Map.copyOf(map));
    }

    /** Returns a request of a local browser that accepts a media type and a language. */
    public static RequestSnapshot request(String mediaType, String language) {
        return RequestSnapshot.of("GET", "/orders/42")
                .withRemoteAddress("127.0.0.1")
                .withHeader("Host", "localhost:8080")
                .withHeader("Accept", mediaType)
                .withHeader("Accept-Language", language);
    }
}
