package org.errorpages.evidence;

import io.helidon.http.HttpException;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.jooby.StatusCode;
import io.jooby.exception.StatusCodeException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.errorpages.evidence.Evidence.Provocation;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import org.zalando.problem.Problem;
import org.zalando.problem.Status;

/** Provides exceptions of web frameworks that hold a status. */
final class HeldStatusEvidence {

    private HeldStatusEvidence() {}

    static List<Evidence> all() {
        return List.of(
                held(
                        "Spring: ResponseStatusException",
                        409,
                        new ResponseStatusException(org.springframework.http.HttpStatus.CONFLICT)),
                held(
                        "Spring: ResponseStatusException 503",
                        503,
                        new ResponseStatusException(org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE)),
                held(
                        "Spring: ErrorResponseException",
                        422,
                        new ErrorResponseException(org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY)),
                held("Spring: class with @ResponseStatus", 410, new SoldOut()),
                held("JAX-RS: NotFoundException", 404, new NotFoundException()),
                new Evidence(
                        "JAX-RS: ServiceUnavailableException",
                        Expected.status(503).retryAfter(9),
                        throwing(new ServiceUnavailableException(9L))),
                held("JAX-RS: WebApplicationException", 418, new WebApplicationException(418)),
                held("JAX-RS: ClientErrorException", 409, new ClientErrorException(409)),
                held("Zalando: ThrowableProblem", 402, Problem.valueOf(Status.PAYMENT_REQUIRED)),
                held(
                        "Zalando: ThrowableProblem without a status",
                        500,
                        Problem.builder().withTitle("odd").build()),
                held("Javalin: ForbiddenResponse", 403, new ForbiddenResponse()),
                held("Javalin: HttpResponseException", 429, new HttpResponseException(429, "slow down", Map.of())),
                held("Jooby: StatusCodeException", 406, new StatusCodeException(StatusCode.NOT_ACCEPTABLE)),
                held("Micronaut: HttpStatusException", 409, new HttpStatusException(HttpStatus.CONFLICT, "taken")),
                held(
                        "Helidon: HttpException",
                        404,
                        new HttpException("no such item", io.helidon.http.Status.create(404))));
    }

    private static Evidence held(String failure, int status, Throwable thrown) {
        return new Evidence(failure, Expected.status(status), throwing(thrown));
    }

    private static Provocation throwing(Throwable thrown) {
        return () -> {
            throw thrown;
        };
    }

    @ResponseStatus(org.springframework.http.HttpStatus.GONE)
    private static final class SoldOut extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;
    }
}
