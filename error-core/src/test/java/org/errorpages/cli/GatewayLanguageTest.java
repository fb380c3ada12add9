package org.errorpages.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.errorpages.i18n.MessagesLoader;
import org.errorpages.i18n.SupportedLocales;

/** Tests that the rule for nginx, httpd and Caddy selects the same language as the application. */
final class GatewayLanguageTest {

    private static final Pattern RULE = Pattern.compile("\"~\\*(.*)\" \\$errorpages_range;");
    private static final Pattern CHOICE = Pattern.compile("(?m)^ {4}(\\S+) (\\S+);$");

    /** Returns headers as browsers send them: ranges with falling weights. */
    @Property(tries = 200)
    void theGatewaySelectsTheSameLanguageAsTheApplication(
            @ForAll("ranges") List<String> ranges, @ForAll("languages") Set<String> languages) {
        var header = new ArrayList<String>();
        for (int i = 0; i < ranges.size(); i++) {
            header.add(ranges.get(i) + (i == 0 ? "" : ";q=0." + (9 - i)));
        }

        var line = String.join(",", header);

        assertThat(chosen(line, languages)).isEqualTo(chosenByTheApplication(line, languages));
    }

    @Provide
    Arbitrary<List<String>> ranges() {
        var known = new TreeSet<>(SupportedLocales.builtIn().tagsByRange().keySet());
        known.addAll(List.of("eo", "sw", "kok", "e", "und", "zhx", "*"));
        var language = Arbitraries.of(known);
        var rest = Arbitraries.of(
                "", "", "-TW", "-HK", "-CN", "-BR", "-KR", "-Hant", "-Hans-TW", "-Hant-US", "-x-a", "_US");
        return Combinators.combine(language, rest)
                .as((first, second) -> first.equals("*") ? first : first + second)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Set<String>> languages() {
        return Arbitraries.of(SupportedLocales.builtIn().tags())
                .set()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static String chosenByTheApplication(String header, Collection<String> languages) {
        return SupportedLocales.of(
                        MessagesLoader.builtIn(),
                        languages,
                        languages.iterator().next())
                .messagesFor(List.of(header), null)
                .tag();
    }

    /** Simulates the two maps of nginx. */
    private static String chosen(String header, Collection<String> languages) {
        var export = TestExports.shop(
                "locales=" + String.join(",", languages),
                "defaultLocale=" + languages.iterator().next());
        var files = GatewayConfigurations.of(export, List.of(new ExportedPage(502, "xx", "<style></style>", "")));
        var text = String.valueOf(files.get("nginx-http.conf"));
        var found = rule(text).matcher(header);
        var range = found.find() ? found.group("range").toLowerCase(Locale.ROOT) : "default";
        return choices(text).getOrDefault(range, "none");
    }

    private static Pattern rule(String text) {
        var rule = RULE.matcher(text).results().findFirst().orElseThrow().group(1);
        // Group names in Java have no underscore.
        return Pattern.compile(rule.replace("errorpages_range", "range"), Pattern.CASE_INSENSITIVE);
    }

    private static Map<String, String> choices(String text) {
        return CHOICE.matcher(text)
                .results()
                .filter(choice -> !choice.group(2).equals("\"\""))
                .collect(Collectors.toMap(choice -> choice.group(1), choice -> choice.group(2)));
    }
}
