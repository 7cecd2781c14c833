package io.politely.database;

import io.politely.kernel.WorkspaceId;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sets the workspace of a transaction from the first argument of the front-door method that began
 * it. Row-level security checks every row against it; without it, every query fails.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class WorkspaceAdvice extends DefaultPointcutAdvisor {

  WorkspaceAdvice(ObjectProvider<JdbcClient> jdbc) {
    super(new FrontDoors(), new SetWorkspace(jdbc));
    setOrder(Ordered.LOWEST_PRECEDENCE); // inside the transaction, which has order 0
  }

  /** Transactional methods that take a workspace first. */
  private static final class FrontDoors extends StaticMethodMatcherPointcut {

    @Override
    public boolean matches(Method method, Class<?> type) {
      return method.getParameterCount() > 0
          && method.getParameterTypes()[0] == WorkspaceId.class
          && (AnnotatedElementUtils.hasAnnotation(method, Transactional.class)
              || AnnotatedElementUtils.hasAnnotation(type, Transactional.class));
    }
  }

  private record SetWorkspace(ObjectProvider<JdbcClient> jdbc) implements MethodInterceptor {

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
      if (invocation.getArguments()[0] instanceof WorkspaceId workspace) {
        WorkspaceOfTransaction.set(workspace, jdbc.getObject());
      }
      return invocation.proceed();
    }
  }

  /**
   * Remembers the workspace for as long as the transaction lives, and leaves and comes back with it
   * when another one runs in between.
   */
  record WorkspaceOfTransaction(WorkspaceId workspace) implements TransactionSynchronization {

    static void set(WorkspaceId workspace, JdbcClient jdbc) {
      for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
        if (synchronization instanceof WorkspaceOfTransaction(WorkspaceId present)) {
          if (!present.equals(workspace)) {
            throw new IllegalStateException("One transaction cannot serve two workspaces");
          }
          return;
        }
      }
      // set local takes no parameter. A UUID needs no quoting, and set_config would not reach the
      // workers of a distributed database.
      jdbc.sql("set local politely.workspace = '" + workspace.value() + "'").update();
      TransactionSynchronizationManager.registerSynchronization(
          new WorkspaceOfTransaction(workspace));
    }
  }
}
