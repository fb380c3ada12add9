package org.errorpages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.errorpages.classify.ErrorMap;
import org.errorpages.classify.ErrorMapper;
import org.errorpages.incident.log.IncidentLog;
import org.errorpages.status.HttpError;
import org.jspecify.annotations.Nullable;

/** The classes that an application registered in code; of those that fit an exception the nearest answers. */
final class RegisteredMappers implements ErrorMapper {

    private record Registration<T extends Throwable>(Class<T> type, Function<? super T, ? extends HttpError> answer) {
        HttpError answerTo(Throwable thrown) {
            return answer.apply(type.cast(thrown));
        }
    }

    private final List<Registration<?>> registrations;

    RegisteredMappers() {
        this(List.of());
    }

    private RegisteredMappers(List<Registration<?>> registrations) {
        this.registrations = new ArrayList<>(registrations);
    }

    <T extends Throwable> void add(Class<T> type, Function<? super T, ? extends HttpError> answer) {
        registrations.removeIf(known -> known.type().equals(type));
        registrations.add(new Registration<>(type, answer));
    }

    @Override
    public Optional<? extends HttpError> map(Throwable thrown) {
        Registration<?> nearest = null;
        for (var registration : registrations) {
            boolean nearer = nearest == null || nearest.type().isAssignableFrom(registration.type());
            nearest = registration.type().isInstance(thrown) && nearer ? registration : nearest;
        }
        return Optional.ofNullable(nearest).map(registration -> registration.answerTo(thrown));
    }

    /** Returns a map that asks these first; without one the built-in map, overruled by those of the libraries. */
    ErrorMap before(@Nullable ErrorMap given, GatewaySettings gateway) {
        var loader = Objects.requireNonNullElseGet(
                Thread.currentThread().getContextClassLoader(), ErrorPages.class::getClassLoader);
        var map = given == null ? ErrorMap.builtIn().withLibraries(loader) : given;
        map.rulesThatNeedHeaders().forEach(rule -> IncidentLog.warn(rule + " needs a header that no rule can give"));
        return map.in(gateway.upstream()).askingFirst(andServices());
    }

    /** Returns these, as they are now, and then those that the class path offers as services. */
    private List<ErrorMapper> andServices() {
        var mappers = new ArrayList<ErrorMapper>();
        if (!registrations.isEmpty()) {
            mappers.add(new RegisteredMappers(registrations));
        }
        ServiceLoader.load(ErrorMapper.class).forEach(mappers::add);
        return mappers;
    }
}
