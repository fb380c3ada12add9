package org.errorpages.demo.provider;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.net.ServerSocketFactory;
import org.errorpages.demo.loopback.Certificate;
import org.errorpages.demo.loopback.ClosedPort;
import org.errorpages.demo.loopback.Conversation;
import org.errorpages.demo.loopback.Endpoint;
import org.errorpages.demo.loopback.LoopbackServer;

/** The server behind the shop: five tills on five free ports of 127.0.0.1, until it is closed. */
public final class PaymentProvider implements Closeable {

    private static final String NO_HTTP = "WELCOME TO TILL 7. PLEASE INSERT COIN.\r\n";
    private static final String THANKS = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";

    private final Map<Till, Endpoint> tills = new EnumMap<>(Till.class);

    private PaymentProvider() {}

    /** Opens all tills. */
    public static PaymentProvider open() throws IOException {
        var provider = new PaymentProvider();
        try {
            provider.openTills(ServerSocketFactory.getDefault());
        } catch (IOException e) {
            provider.close();
            throw e;
        }
        return provider;
    }

    private void openTills(ServerSocketFactory plain) throws IOException {
        tills.put(Till.REFUSED, new ClosedPort());
        tills.put(Till.RESET, LoopbackServer.start(Conversation.resetting(), plain));
        tills.put(Till.GARBAGE, LoopbackServer.start(Conversation.saying(NO_HTTP), plain));
        tills.put(
                Till.CERTIFICATE,
                LoopbackServer.start(
                        Conversation.saying(THANKS),
                        Certificate.SELF_SIGNED.server().getServerSocketFactory()));
        tills.put(Till.SILENT, LoopbackServer.start(Conversation.silent(), plain));
    }

    /** Returns the address of a till. */
    public URI address(Till till) {
        var scheme = till == Till.CERTIFICATE ? "https" : "http";
        var port = Objects.requireNonNull(tills.get(till)).port();
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    @Override
    public void close() throws IOException {
        for (var till : tills.values()) {
            till.close();
        }
    }
}
