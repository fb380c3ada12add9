package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.errorpages.http.RequestHeaders;
import org.errorpages.i18n.SupportedLocales.AcceptLanguage;

/** Tests that any header selects a supported language with bounded work and without caching. */
final class SupportedLocalesPropertiesTest {

    private static final SupportedLocales LOCALES = SupportedLocales.builtIn();
    private static final SupportedLocales SOME =
            SupportedLocales.of(MessagesLoader.builtIn(), List.of("fr", "zh-Hant", "pt-BR"), "fr");
    private static final Set<String> TAGS =
            Set.copyOf(SupportedLocales.builtIn().tags());
    private static final Map<String, Integer> SIZES_OF_STATIC_FIELDS = sizes(true);

    private static final String MEGABYTES = ",ko".repeat(1_000_000);

    @Property
    void anyHeaderSelectsASupportedLanguage(@ForAll("headers") List<String> lines) {
        var accepted = AcceptLanguage.parse(lines, null);

        assertThat(TAGS).contains(LOCALES.messagesFor(lines, null).tag());
        assertThat(everythingIn(accepted)).hasSizeLessThanOrEqualTo(AcceptLanguage.MAX_RANGES);
        assertThat(String.join("", everythingIn(accepted)).length()).isLessThanOrEqualTo(AcceptLanguage.MAX_LENGTH);
        assertNothingIsKept();
    }

    @Property(tries = 20)
    void aHeaderOfMegabytesIsReadUpToTheLimit(
            @ForAll("headers") List<String> lines, @ForAll("headers") List<String> tail) {
        var start = String.join(",", lines) + " ".repeat(AcceptLanguage.MAX_LENGTH + 1);
        var long1 = start + MEGABYTES;
        var long2 = start + String.join(",", tail);

        assertThat(AcceptLanguage.parse(List.of(long1), null)).isEqualTo(AcceptLanguage.parse(List.of(long2), null));
        assertThat(TAGS).contains(LOCALES.messagesFor(List.of(long1), null).tag());
        assertNothingIsKept();
    }

    /** The attack of CVE-2026-44241 on caches by locale: {@code en-x-a001, en-x-a002} and so on without end. */
    @Example
    void unknownTagsAreNotCached() {
        var tags = new HashSet<String>();
        for (int i = 0; i < 20_000; i++) {
            var ranges = List.of("en-x-a" + i, "ko-x-" + i, "xx-" + i, "zh-TW-x-" + i, "iw-" + i);
            tags.add(LOCALES.messagesFor(ranges, null).tag());
        }

        assertThat(TAGS).containsAll(tags);
        assertNothingIsKept();
    }

    @Property
    void aFirstRangeThatIsRefusedLaterIsRefused(@ForAll("tags") String tag, @ForAll("weights") String weight) {
        int equals = weight.indexOf('=') + 1;
        boolean isRefused = weight.matches("; ?[qQ]=.*")
                && RequestHeaders.quality(weight.substring(equals).strip()) == 0;

        var best = LOCALES.messagesFor(List.of(tag + ", xx, " + tag + weight), null);

        assertThat(best.tag()).isEqualTo(isRefused ? "en" : tag);
    }

    @Provide
    Arbitrary<String> tags() {
        return Arbitraries.of(TAGS);
    }

    @Provide
    Arbitrary<String> weights() {
        var number = Arbitraries.oneOf(
                Arbitraries.of("0", ".0", "0.0", "0.000", ".0009", "0.0009", ".001", "0.001", "0.9", "1"),
                Arbitraries.strings().withChars("0019. ").ofMaxLength(7));
        return Combinators.combine(Arbitraries.of(";q=", "; q=", ";Q=", ";q =", ";x=1;q=", ";q"), number)
                .as(String::concat);
    }

    @Property
    void aLanguageThatIsNotOfferedIsNeverSelected(@ForAll("headers") List<String> lines) {
        assertThat(SOME.messagesFor(lines, null).tag()).isIn("fr", "zh-Hant", "pt-BR");
    }

    @Provide
    Arbitrary<List<String>> headers() {
        var known = Arbitraries.of(TAGS).map(tag -> tag.replace('-', '_'));
        var subtag = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(9);
        var tag = Arbitraries.oneOf(
                known, subtag.list().ofMinSize(1).ofMaxSize(60).map(subtags -> String.join("-", subtags)));
        var weight = Arbitraries.of("", ";q=0", ";q=1", ";q=0.5", ";q=", ";q=9", ";Q=0.001", "; x");
        var member = Combinators.combine(tag, weight).as((range, parameter) -> range + parameter);
        var list = member.list().ofMaxSize(40).map(members -> String.join(", ", members));
        return Arbitraries.oneOf(list, Arbitraries.strings().ofMaxLength(2_000))
                .list()
                .ofMaxSize(4);
    }

    private static List<String> everythingIn(AcceptLanguage accepted) {
        var all = new ArrayList<>(accepted.ranges());
        all.addAll(accepted.refused());
        return all;
    }

    private static void assertNothingIsKept() {
        assertThat(sizes(false)).isNotEmpty();
        assertThat(sizes(false).values())
                .allMatch(size -> size <= LOCALES.tagsByRange().size());
        assertThat(sizes(true)).isEqualTo(SIZES_OF_STATIC_FIELDS);
    }

    /** Returns the sizes of maps and collections by field. */
    private static Map<String, Integer> sizes(boolean ofStaticFields) {
        return Arrays.stream(SupportedLocales.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) == ofStaticFields)
                .filter(field -> Map.class.isAssignableFrom(field.getType())
                        || Collection.class.isAssignableFrom(field.getType()))
                .collect(Collectors.toMap(
                        Field::getName, SupportedLocalesPropertiesTest::size, Integer::sum, TreeMap::new));
    }

    private static int size(Field field) {
        try {
            field.setAccessible(true);
            var value = field.get(LOCALES);
            return value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
