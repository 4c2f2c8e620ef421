package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Fleet;
import dev.binnacle.portal.cluster.FleetObjects;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/** Changes pods of the fleet at a steady rate, and knows which change was sent when. */
final class FleetChanges {

    private static final int AT_ONCE = 64;

    private final SplittableRandom random = new SplittableRandom(7);
    private final AtomicInteger numbers = new AtomicInteger(1_000);
    private final Map<String, Map<Integer, Long>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Integer> last = new ConcurrentHashMap<>();

    /**
     * @param workloads whose pods change, the first so many
     * @return how many changes were sent in a second
     */
    double at(int perSecond, int workloads, Duration during) {
        Semaphore places = new Semaphore(AT_ONCE);
        long begin = System.nanoTime();
        int sent = 0;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            while (System.nanoTime() - begin < during.toNanos()) {
                long due = begin + sent++ * 1_000_000_000L / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                int workload = random.nextInt(workloads);
                int pod = random.nextInt(FleetObjects.PODS_EACH);
                places.acquireUninterruptibly();
                senders.execute(() -> {
                    change(workload, pod);
                    places.release();
                });
            }
        }
        return sent * 1e9 / (System.nanoTime() - begin);
    }

    /** One change of a pod at a time: which is the last must be known. */
    private void change(int workload, int pod) {
        String name = FleetObjects.podName(workload, pod);
        synchronized (waiting.computeIfAbsent(name, _ -> new ConcurrentHashMap<>())) {
            int number = numbers.incrementAndGet();
            waiting.get(name).put(number, System.nanoTime());
            last.put(name, number);
            Fleet.shared().restarted(workload, pod, number);
        }
    }

    /** Takes out what a pod's number shows to have arrived: that change and those before it. */
    void seen(String pod, int number, BiConsumer<Integer, Long> change) {
        waiting.getOrDefault(pod, Map.of()).entrySet().removeIf(sent -> {
            if (sent.getKey() > number) {
                return false;
            }
            change.accept(sent.getKey(), sent.getValue());
            return true;
        });
    }

    int last(String pod) {
        return last.getOrDefault(pod, 0);
    }
}
