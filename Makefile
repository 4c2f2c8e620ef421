# make run     the whole product on the sandbox, at http://localhost:8080
# make test    every test that this machine can run, on one sandbox
# make check   formatting and compilation, with every warning an error
# make format  puts the sources into the form that make check wants
# make manifests  renders deploy/echo-service from its chart
# make bench   measures, each figure as a ratio in one run
.PHONY: run test check format manifests bench

JDK := $(shell .ci/jdk)
MVN := JAVA_HOME="$(JDK)" MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow $(MAVEN_OPTS)" mvn -q -B
LAUNCHER = "$(JDK)/bin/java" --enable-native-access=ALL-UNNAMED -Dslf4j.internal.verbosity=ERROR -cp "sandbox/target/classes:$$(cat sandbox/target/launcher.classpath)" dev.binnacle.sandbox.Launcher

run: jdk
	@$(MVN) package -Dmaven.test.skip=true
	@trap : INT; $(LAUNCHER) --until-end-of $$PPID || [ $$? = 130 ]

test: jdk
	@JAVA_HOME="$(JDK)" .ci/test

check: jdk
	@$(MVN) spotless:check
	@$(MVN) test-compile

format: jdk
	@$(MVN) spotless:apply

manifests: jdk
	@$(MVN) test -pl echo-service -Dtest='ChartTests#thePlainManifestIsTheChartRendered' -DargLine=-Dmanifests.write=true

bench: jdk
	@JAVA_HOME="$(JDK)" .ci/bench

.PHONY: jdk
jdk:
	@test -n "$(JDK)" || { echo "A JDK 25 or newer is missing: install one, or name its folder in JAVA_HOME."; exit 1; }
	@command -v mvn >/dev/null || { echo "Maven is missing: install Maven 3.8 or newer and put mvn on the PATH."; exit 1; }
