package io.stellwerk.bench.drools;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which classes there are not: MVEL asks for one by the name of every property in every rule. */
final class RememberingLoader extends ClassLoader {

    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    RememberingLoader(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (missing.contains(name)) {
            throw new ClassNotFoundException(name);
        }
        try {
            return super.loadClass(name, resolve);
        } catch (ClassNotFoundException e) {
            missing.add(name);
            throw e;
        }
    }
}
