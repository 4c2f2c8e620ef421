package dev.binnacle.portal.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.cluster.Autoscaler;
import dev.binnacle.portal.cluster.Condition;
import dev.binnacle.portal.web.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutoscalerVerdictTests {

    private static final Condition ABLE = condition("AbleToScale", "True", "ReadyForNewScale");
    private static final Condition ACTIVE = condition("ScalingActive", "True", "ValidMetricFound");

    @Test
    void oneThatCannotReadItsMetricSaysSo() {
        var verdict = AutoscalerVerdict.of(
                autoscaler(2, 2, ABLE, condition("ScalingActive", "False", "FailedGetResourceMetric")));
        assertThat(verdict.status()).isEqualTo(Status.WARNING);
        assertThat(verdict.says()).isEqualTo("Cannot read its metric");
    }

    @Test
    void oneWhoseTargetIsScaledToZeroIsOff() {
        var verdict =
                AutoscalerVerdict.of(autoscaler(0, 0, ABLE, condition("ScalingActive", "False", "ScalingDisabled")));
        assertThat(verdict.status()).isEqualTo(Status.PAUSED);
    }

    @Test
    void oneThatCannotScaleIsCritical() {
        var verdict = AutoscalerVerdict.of(autoscaler(2, 2, condition("AbleToScale", "False", "FailedGetScale")));
        assertThat(verdict.status()).isEqualTo(Status.CRITICAL);
    }

    @Test
    void oneThatWantsMoreThanItsMaximumIsAtIt() {
        var verdict = AutoscalerVerdict.of(
                autoscaler(5, 5, ABLE, ACTIVE, condition("ScalingLimited", "True", "TooManyReplicas")));
        assertThat(verdict.says()).isEqualTo("At its maximum");
    }

    @Test
    void oneThatNobodyLookedAtIsNotKnown() {
        assertThat(AutoscalerVerdict.of(autoscaler(2, 2)).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void oneOnItsWaySaysFromWhereToWhere() {
        var verdict = AutoscalerVerdict.of(autoscaler(2, 4, ABLE, ACTIVE));
        assertThat(verdict.says()).isEqualTo("Growing");
        assertThat(verdict.because()).isEqualTo("From 2 to 4 pods.");
    }

    @Test
    void oneThatRestsIsSteady() {
        assertThat(AutoscalerVerdict.of(autoscaler(3, 3, ABLE, ACTIVE)).says()).isEqualTo("Steady");
        assertThat(AutoscalerVerdict.of(autoscaler(1, 1, ABLE, ACTIVE)).says()).isEqualTo("At its minimum");
    }

    private static Autoscaler autoscaler(int current, int desired, Condition... conditions) {
        return new Autoscaler(
                "shop", "echo", "Deployment", "echo", 1, 5, current, desired, null, List.of(), List.of(conditions));
    }

    private static Condition condition(String type, String status, String reason) {
        return new Condition(type, status, reason, "because", null);
    }
}
