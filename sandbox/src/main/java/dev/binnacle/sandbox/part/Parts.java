package dev.binnacle.sandbox.part;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The parts of one sandbox, run by this process: starts each after what it needs, and stops them in reverse. */
public final class Parts implements PartControl, AutoCloseable {
    private final Path runDirectory;
    private final Clock clock;
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();
    private final Addresses addresses = new Addresses();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Map<String, PartStatus> statuses = new ConcurrentHashMap<>();
    private final Deque<Part> started = new ArrayDeque<>();
    private final List<Consumer<PartStatus>> listeners = new CopyOnWriteArrayList<>();
    private final Set<Thread> launching = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public Parts(Path runDirectory, Clock clock, List<Part> parts) {
        this.runDirectory = runDirectory;
        this.clock = clock;
        for (Part part : parts) {
            this.parts.put(part.name(), part);
            locks.put(part.name(), new ReentrantLock());
            statuses.put(part.name(), PartStatus.waiting(part.name(), clock.instant()));
        }
    }

    /** Calls back after every change of a part's status, from the thread that made it. */
    public void onChange(Consumer<PartStatus> listener) {
        listeners.add(listener);
    }

    /** How each part is doing, in the order in which they were given. */
    public List<PartStatus> statuses() {
        return parts.keySet().stream().map(this::status).toList();
    }

    /** Starts these parts in the background, each as soon as what it needs is running. */
    public void startAll(List<Part> some) {
        for (Part part : some) {
            Thread.ofVirtual().name("start-" + part.name()).start(() -> startQuietly(part.name()));
        }
    }

    @Override
    public void require(String name) {
        ensure(name, true);
    }

    @Override
    public void stop(String name) {
        ReentrantLock lock = lock(name);
        lock.lock();
        try {
            report(name, PartState.STOPPED, "", -1);
            part(name).close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start(String name) {
        require(name);
    }

    @Override
    public void restart(String name, String process) {
        if (!(part(name) instanceof Restartable restartable)) {
            throw new PartFailure(name + " has no process that can be restarted alone.");
        }
        attempt(name, () -> restartable.restart(process));
    }

    @Override
    public Addresses addresses() {
        return addresses;
    }

    /** Stops every part; the start of one, or the build of its program, is broken off. */
    @Override
    public void close() {
        closed = true;
        launching.forEach(Thread::interrupt);
        while (true) {
            Part part;
            synchronized (started) {
                part = started.pollLast();
            }
            if (part == null) {
                return;
            }
            stop(part.name());
        }
    }

    Path runDirectory() {
        return runDirectory;
    }

    /** A free port on loopback, the same for the same name, so that what is started again keeps its address. */
    public int freePort(String name) {
        return ports.computeIfAbsent(name, _ -> FreePorts.next());
    }

    void report(String name, PartState state, String detail, int progress) {
        PartStatus next = statuses.compute(name, (_, status) -> {
            PartStatus before = status == null ? PartStatus.waiting(name, clock.instant()) : status;
            return before.with(state, detail, progress, clock.instant());
        });
        listeners.forEach(listener -> listener.accept(next));
    }

    /** Starts the part where it does not run; one that has failed before only where it is to be tried again. */
    private void ensure(String name, boolean again) {
        Part part = part(name);
        part.needs().stream().filter(parts::containsKey).forEach(need -> ensure(need, again));
        ReentrantLock lock = lock(name);
        lock.lock();
        try {
            PartState state = status(name).state();
            if (state == PartState.FAILED && !again) {
                throw new PartFailure("It needs " + name + ", which could not start.");
            }
            if (state != PartState.RUNNING) {
                launch(part);
            }
        } finally {
            lock.unlock();
        }
    }

    private void launch(Part part) {
        if (closed) {
            throw new PartFailure("The sandbox is being stopped.");
        }
        synchronized (started) {
            started.remove(part);
            started.add(part);
        }
        report(part.name(), PartState.STARTING, "", -1);
        launching.add(Thread.currentThread());
        try {
            part.close();
            attempt(part.name(), () -> part.start(new PartContext(part.name(), this)));
        } catch (PartFailure e) {
            part.close();
            throw e;
        } finally {
            launching.remove(Thread.currentThread());
        }
        report(part.name(), PartState.RUNNING, "", -1);
    }

    private void startQuietly(String name) {
        try {
            ensure(name, false);
        } catch (PartFailure e) {
            if (!closed && status(name).state() != PartState.FAILED) {
                report(name, PartState.WAITING, e.getMessage(), -1);
            }
        }
    }

    private void attempt(String name, Action action) {
        try {
            action.run();
        } catch (PartFailure e) {
            fail(name, e.getMessage());
            throw e;
        } catch (IOException | RuntimeException e) {
            fail(name, "It could not start: " + e.getMessage());
            throw new PartFailure(name + " could not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure(name + " was interrupted while it started.", e);
        }
    }

    /** Nothing fails any more once the end has begun. */
    private void fail(String name, String sentence) {
        if (!closed) {
            report(name, PartState.FAILED, sentence, -1);
        }
    }

    private PartStatus status(String name) {
        return statuses.getOrDefault(name, PartStatus.waiting(name, clock.instant()));
    }

    private ReentrantLock lock(String name) {
        return locks.computeIfAbsent(name, _ -> new ReentrantLock());
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new PartFailure("This sandbox has no part named " + name + ".");
        }
        return part;
    }

    private interface Action {
        void run() throws IOException, InterruptedException;
    }
}
