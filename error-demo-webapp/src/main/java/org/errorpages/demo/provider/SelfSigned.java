package org.errorpages.demo.provider;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that nobody vouches for. */
final class SelfSigned {

    // Made with: keytool -genkeypair -alias payments -dname CN=payments.invalid -keyalg EC -groupname secp256r1
    //   -startdate "2026/01/01 00:00:00" -validity 36500 -storetype PKCS12 -storepass changeit -keystore payments.p12
    private static final String KEY_STORE = "payments.p12";
    private static final char[] PASSWORD = "changeit".toCharArray();

    private SelfSigned() {}

    /** Returns sockets that show this certificate. */
    static ServerSocketFactory sockets() throws IOException {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(), PASSWORD);
            var tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), null, null);
            return tls.getServerSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate of the payment provider is unusable", e);
        }
    }

    private static KeyStore keyStore() throws IOException, GeneralSecurityException {
        try (var in = Objects.requireNonNull(SelfSigned.class.getResourceAsStream(KEY_STORE))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }
}
