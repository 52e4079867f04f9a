package dev.hatchery.cli.screen;

import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Hears signals of the operating system until it is closed. Every JDK has a class for them, of
 * which the compiler warns whatever one says, so it is reached by reflection.
 */
public final class Signals implements AutoCloseable {
  private final Deque<Runnable> undo = new ArrayDeque<>();

  /**
   * Does something whenever the signal comes, on a thread of the JDK's. A signal that cannot be had
   * is not heard.
   *
   * @param name such as {@code WINCH}
   */
  public synchronized void on(String name, Runnable action) {
    try {
      var type = Class.forName("sun.misc.Signal");
      var listener = Class.forName("sun.misc.SignalHandler");
      var handle = type.getMethod("handle", type, listener);
      var signal = type.getConstructor(String.class).newInstance(name);
      var before = handle.invoke(null, signal, proxy(listener, type, action));
      undo.push(() -> restore(handle, signal, before));
    } catch (ReflectiveOperationException e) {
      // The JVM keeps this one for itself.
    }
  }

  @Override
  public synchronized void close() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }

  private static Object proxy(Class<?> listener, Class<?> signal, Runnable action)
      throws ReflectiveOperationException {
    var run =
        MethodHandles.lookup()
            .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
            .bindTo(action);
    return MethodHandleProxies.asInterfaceInstance(
        listener, MethodHandles.dropArguments(run, 0, signal));
  }

  private static void restore(Method handle, Object signal, Object before) {
    try {
      handle.invoke(null, signal, before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
