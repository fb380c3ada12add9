package org.errorpages.demo.loopback;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that a careful client refuses, and the authority that signed two of the three. */
public enum Certificate {
    // Made with keytool, each with: -keyalg EC -groupname secp256r1 -storetype PKCS12 -storepass changeit
    //   ca           -genkeypair -dname CN=evidence-ca -ext bc:c -startdate "2020/01/01 00:00:00" -validity 36500
    //   self-signed  -genkeypair -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -validity 36500
    //   expired      -genkeypair, -certreq and by the ca: -gencert -ext san=ip:127.0.0.1 -validity 30, -importcert
    //   wrong-host   the same with -ext san=dns:payments.invalid -validity 36000

    /** Nobody vouches for it. */
    SELF_SIGNED("self-signed"),
    /** It was good, for thirty days. */
    EXPIRED("expired"),
    /** It is for another host than 127.0.0.1. */
    WRONG_HOST("wrong-host");

    private static final String KEY_STORE = "certificates.p12";
    private static final String AUTHORITY = "ca";
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final String alias;

    Certificate(String alias) {
        this.alias = alias;
    }

    /** Returns what a server needs to show this certificate. */
    public SSLContext server() throws IOException {
        try {
            var all = stored();
            var one = empty();
            one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD);
            var tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), null, null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate " + alias + " is unusable", e);
        }
    }

    /** Returns what a client needs to trust the authority, and nobody else. */
    public static SSLContext client() throws IOException {
        try {
            var trusted = empty();
            trusted.setCertificateEntry(AUTHORITY, stored().getCertificate(AUTHORITY));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException("the authority is unusable", e);
        }
    }

    private static KeyStore stored() throws IOException, GeneralSecurityException {
        try (var in = Objects.requireNonNull(Certificate.class.getResourceAsStream(KEY_STORE))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }
}
