package org.errorpages.servlet.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.errorpages.http.DeveloperRequestDetails.RequestProperty;
import org.junit.jupiter.api.Test;

/** Tests requests whose accessors fail. */
final class RequestReaderTest {

    private final Set<String> called = ConcurrentHashMap.newKeySet();

    @Test
    void aFailingAccessorLosesOnlyItsOwnValue() {
        var details = RequestReader.details(request(Map.of("getProtocol", "HTTP/1.1", "isAsyncSupported", true)));

        assertThat(details.properties())
                .containsOnlyKeys(RequestProperty.PROTOCOL, RequestProperty.THREAD)
                .containsEntry(RequestProperty.PROTOCOL, "HTTP/1.1");
        assertThat(details.session()).isEmpty();
        assertThat(details.attributes()).isEmpty();
    }

    @Test
    void noAccessorThatCouldReadTheBodyIsCalled() {
        var details = RequestReader.details(request(Map.of()));

        assertThat(details.form()).isEmpty();
        assertThat(called)
                .contains("getSession")
                .doesNotContainAnyElementsOf(List.of(
                        "getParameter",
                        "getParameterMap",
                        "getParameterNames",
                        "getParameterValues",
                        "getParts",
                        "getPart",
                        "getInputStream",
                        "getReader"));
    }

    private HttpServletRequest request(Map<String, Object> answers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                    called.add(method.getName());
                    if (answers.containsKey(method.getName())) {
                        return answers.get(method.getName());
                    }
                    throw new StackOverflowError("of a wrapper");
                });
    }
}
