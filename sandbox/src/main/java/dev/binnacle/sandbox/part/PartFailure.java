package dev.binnacle.sandbox.part;

/** A part cannot do what was asked. The message is one sentence that says what to do. */
public class PartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public PartFailure(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public PartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
