package io.politely.outbox;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A new key with a certificate that vouches for itself.
 *
 * @param context has the key, and trusts this certificate alone
 * @param pem the key and the certificate
 */
@Edge
record TestCertificate(SSLContext context, String pem) {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String ALIAS = "server";

  /**
   * Makes one.
   *
   * @param name as keytool's {@code -ext} has it, like {@code san=ip:127.0.0.1}
   */
  static TestCertificate of(String name, Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    var file = folder.resolve("keys.p12");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                ALIAS,
                "-dname",
                "CN=server",
                "-ext",
                name,
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (made != 0) {
      throw new IllegalStateException("No certificate was made");
    }
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return new TestCertificate(
        context,
        pem("PRIVATE KEY", store.getKey(ALIAS, PASSWORD).getEncoded())
            + pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
  }

  private static String pem(String what, byte[] content) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content));
  }
}
