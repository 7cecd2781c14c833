package io.politely.testing;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Notes the SQL that each request of a test runs, signing in included. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class StatementCount implements Filter, BeanPostProcessor {

  private static final ThreadLocal<@Nullable List<String>> RUNNING = new ThreadLocal<>();

  private final Map<String, List<String>> byAddress = new ConcurrentHashMap<>();

  /** The statements of the last request for this path and query. */
  public List<String> of(String address) {
    // The answer is out a moment before its request is over.
    for (int i = 0; i < 100 && !byAddress.containsKey(address); i++) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return byAddress.getOrDefault(address, List.of());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var statements = new ArrayList<String>();
    RUNNING.set(statements);
    try {
      chain.doFilter(request, response);
    } finally {
      RUNNING.remove();
      byAddress.put(address((HttpServletRequest) request), List.copyOf(statements));
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? new Counting(source) : bean;
  }

  private static String address(HttpServletRequest request) {
    var query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static final class Counting extends DelegatingDataSource {

    Counting(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, arguments) -> {
                var running = RUNNING.get();
                if (running != null && method.getName().equals("prepareStatement")) {
                  running.add(String.valueOf(arguments[0]));
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
