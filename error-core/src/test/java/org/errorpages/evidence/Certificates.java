package org.errorpages.evidence;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Provides certificates that no client should trust, and the authority that signed two of them. */
final class Certificates {

    // Created with keytool, each with: -keyalg EC -groupname secp256r1 -storetype PKCS12 -storepass changeit
    //   ca           -genkeypair -dname CN=evidence-ca -ext bc:c -startdate "2020/01/01 00:00:00" -validity 36500
    //   self-signed  -genkeypair -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -validity 36500
    //   expired      -genkeypair, -certreq and by the ca: -gencert -ext san=ip:127.0.0.1 -validity 30, -importcert
    //   wrong-host   the same with -ext san=dns:payments.invalid -validity 36000
    private static final String KEY_STORE = "/evidence/certificates.p12";
    private static final String AUTHORITY = "ca";
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Certificates() {}

    /** Returns the context of a server with the certificate of an alias. */
    static SSLContext server(String alias) throws IOException {
        try {
            var all = keyStore();
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

    /** Returns the context of a client that trusts only the authority. */
    static SSLContext client() throws IOException {
        try {
            var tls = SSLContext.getInstance("TLS");
            tls.init(null, trust().getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException("the authority is unusable", e);
        }
    }

    /** Returns trust managers that trust only the authority, for clients that take no context. */
    static TrustManagerFactory trust() throws IOException {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authority());
            return trust;
        } catch (GeneralSecurityException e) {
            throw new IOException("the authority is unusable", e);
        }
    }

    static X509TrustManager trustManager() throws IOException {
        return (X509TrustManager) trust().getTrustManagers()[0];
    }

    /** Returns a key store with only the authority. */
    static KeyStore authority() throws IOException {
        try {
            var store = empty();
            store.setCertificateEntry(AUTHORITY, keyStore().getCertificate(AUTHORITY));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException("the authority is unusable", e);
        }
    }

    private static KeyStore keyStore() throws IOException, GeneralSecurityException {
        try (var in = Objects.requireNonNull(Certificates.class.getResourceAsStream(KEY_STORE))) {
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
