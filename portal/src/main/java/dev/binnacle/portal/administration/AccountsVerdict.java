package dev.binnacle.portal.administration;

import dev.binnacle.portal.access.Account;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.List;

/** Says who may sign in. */
final class AccountsVerdict {

    private AccountsVerdict() {}

    static Verdict of(List<Account> all) {
        long disabled = all.stream().filter(Account::disabled).count();
        long administrators = all.stream()
                .filter(account -> account.administers() && !account.disabled())
                .count();
        long oneTime = all.stream().filter(Account::mustChangePassword).count();
        String says = "%s may sign in, %s of them administering everything; %s disabled."
                .formatted(
                        counted(all.size() - disabled, "account"),
                        administrators,
                        disabled == 0 ? "none is" : disabled + " are");
        return new Verdict(
                Status.OK, says, oneTime == 0 ? "" : counted(oneTime, "account") + " still with a one-time password.");
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
