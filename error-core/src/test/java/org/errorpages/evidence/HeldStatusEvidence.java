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

/** Exceptions of web frameworks that hold a status of their own. */
final class CarrierEvidence {

    private CarrierEvidence() {}

    static List<Evidence> all() {
        return List.of(
                carrier(
                        "Spring: ResponseStatusException",
                        409,
                        new ResponseStatusException(org.springframework.http.HttpStatus.CONFLICT)),
                carrier(
                        "Spring: ResponseStatusException 503",
                        503,
                        new ResponseStatusException(org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE)),
                carrier(
                        "Spring: ErrorResponseException",
                        422,
                        new ErrorResponseException(org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY)),
                carrier("Spring: class with @ResponseStatus", 410, new SoldOut()),
                carrier("JAX-RS: NotFoundException", 404, new NotFoundException()),
                new Evidence(
                        "JAX-RS: ServiceUnavailableException",
                        Expected.status(503).retryAfter(9),
                        throwing(new ServiceUnavailableException(9L))),
                carrier("JAX-RS: WebApplicationException", 418, new WebApplicationException(418)),
                carrier("JAX-RS: ClientErrorException", 409, new ClientErrorException(409)),
                carrier("Zalando: ThrowableProblem", 402, Problem.valueOf(Status.PAYMENT_REQUIRED)),
                carrier(
                        "Zalando: ThrowableProblem without a status",
                        500,
                        Problem.builder().withTitle("odd").build()),
                carrier("Javalin: ForbiddenResponse", 403, new ForbiddenResponse()),
                carrier("Javalin: HttpResponseException", 429, new HttpResponseException(429, "slow down", Map.of())),
                carrier("Jooby: StatusCodeException", 406, new StatusCodeException(StatusCode.NOT_ACCEPTABLE)),
                carrier("Micronaut: HttpStatusException", 409, new HttpStatusException(HttpStatus.CONFLICT, "taken")),
                carrier(
                        "Helidon: HttpException",
                        404,
                        new HttpException("no such item", io.helidon.http.Status.create(404))));
    }

    private static Evidence carrier(String failure, int status, Throwable carrier) {
        return new Evidence(failure, Expected.status(status), throwing(carrier));
    }

    private static Provocation throwing(Throwable carrier) {
        return () -> {
            throw carrier;
        };
    }

    @ResponseStatus(org.springframework.http.HttpStatus.GONE)
    private static final class SoldOut extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;
    }
}
