package org.errorpages.classify;

import java.io.BufferedReader;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parses lines of the form {@code class[@side][condition] = status}. */
final class StatusTable {

    private StatusTable() {}

    static Map<String, String> read(Reader reader) {
        var table = new LinkedHashMap<String, String>();
        new BufferedReader(reader)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    int equals = line.lastIndexOf(" = ");
                    var former = table.put(line.substring(0, equals), line.substring(equals + 3));
                    if (former != null) {
                        throw new AssertionError("twice: " + line);
                    }
                });
        return table;
    }
}
