package dev.binnacle.sandbox.seed;

/** Whether some requests of the load ask for an error. */
public enum Faults {
    NONE {
        @Override
        LoadWave.Moment in(LoadWave.Moment moment) {
            return new LoadWave.Moment(moment.requestsPerSecond(), moment.burnMillis(), 0);
        }
    },
    /** At the top of every other wave. */
    COME_AND_GO {
        @Override
        LoadWave.Moment in(LoadWave.Moment moment) {
            return moment;
        }
    };

    abstract LoadWave.Moment in(LoadWave.Moment moment);
}
