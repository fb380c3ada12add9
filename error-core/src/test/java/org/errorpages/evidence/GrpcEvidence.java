package org.errorpages.evidence;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.errorpages.evidence.Evidence.Provocation;

/** Provides exceptions of a gRPC client whose server ends a call with a status. */
final class GrpcEvidence {

    private static final MethodDescriptor<String, String> PAY = MethodDescriptor.<String, String>newBuilder()
            .setType(MethodType.UNARY)
            .setFullMethodName("payments/pay")
            .setRequestMarshaller(new NoText())
            .setResponseMarshaller(new NoText())
            .build();

    private GrpcEvidence() {}

    static List<Evidence> all() {
        var all = new ArrayList<Evidence>();
        for (var code : Status.Code.values()) {
            if (code != Status.Code.OK) {
                all.add(new Evidence("gRPC: server ends with " + code, expected(code), endingWith(code.toStatus())));
            }
        }
        all.add(new Evidence(
                "gRPC: deadline passes", Expected.status(504, "http_response_timeout"), GrpcEvidence::passedDeadline));
        all.add(new Evidence(
                "gRPC: no server", Expected.status(503, "destination_unavailable"), GrpcEvidence::noServer));
        return all;
    }

    private static Expected expected(Status.Code code) {
        return switch (code) {
            case UNAVAILABLE -> Expected.status(503, "destination_unavailable");
            case RESOURCE_EXHAUSTED -> Expected.anyToken(503);
            case DEADLINE_EXCEEDED -> Expected.status(504, "http_response_timeout");
            case UNIMPLEMENTED, UNKNOWN, INTERNAL, DATA_LOSS -> Expected.anyToken(502);
            default -> Expected.anyToken(500);
        };
    }

    private static Provocation endingWith(Status status) {
        return () -> {
            var name = UUID.randomUUID().toString();
            var service = ServerServiceDefinition.builder("payments")
                    .addMethod(PAY, ServerCalls.asyncUnaryCall((request, response) -> {
                        response.onError(status.withDescription("till 7").asRuntimeException());
                    }))
                    .build();
            var server = InProcessServerBuilder.forName(name)
                    .addService(service)
                    .build()
                    .start();
            try {
                call(name, CallOptions.DEFAULT);
            } finally {
                server.shutdownNow().awaitTermination();
            }
        };
    }

    private static void passedDeadline() throws Exception {
        var name = UUID.randomUUID().toString();
        var service = ServerServiceDefinition.builder("payments")
                .addMethod(PAY, ServerCalls.asyncUnaryCall((request, response) -> {}))
                .build();
        var server =
                InProcessServerBuilder.forName(name).addService(service).build().start();
        try {
            call(name, CallOptions.DEFAULT.withDeadlineAfter(100, TimeUnit.MILLISECONDS));
        } finally {
            server.shutdownNow().awaitTermination();
        }
    }

    private static void noServer() throws Exception {
        call(UUID.randomUUID().toString(), CallOptions.DEFAULT);
    }

    private static void call(String server, CallOptions options) throws InterruptedException {
        ManagedChannel channel = InProcessChannelBuilder.forName(server).build();
        try {
            ClientCalls.blockingUnaryCall(channel, PAY, options, "");
        } finally {
            channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    /** Messages are empty. */
    private static final class NoText implements Marshaller<String> {

        @Override
        public InputStream stream(String value) {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public String parse(InputStream stream) {
            return "";
        }
    }
}
