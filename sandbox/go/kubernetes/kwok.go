package main

import (
	"fmt"
	"os"

	"github.com/spf13/pflag"
	"sigs.k8s.io/kwok/kustomize/crd"
	"sigs.k8s.io/kwok/pkg/config"
	"sigs.k8s.io/kwok/pkg/kwok/cmd"
	"sigs.k8s.io/kwok/pkg/log"
	"sigs.k8s.io/kwok/pkg/utils/signals"
)

// runKwok starts kwok with the flags that its own command has: those for logs and configuration are read first.
// Kubernetes' libraries have put a flag named version, of a type of theirs, among those that all commands share.
func runKwok() {
	pflag.CommandLine = pflag.NewFlagSet("kwok", pflag.ContinueOnError)
	early := pflag.NewFlagSet("kwok", pflag.ContinueOnError)
	early.ParseErrorsAllowlist.UnknownFlags = true
	early.Usage = func() {}

	ctx, _ := log.InitFlags(signals.SetupSignalContext(), early)
	ctx, err := config.InitFlags(ctx, early)
	if err == nil {
		command := cmd.NewCommand(ctx)
		command.PersistentFlags().AddFlagSet(early)
		err = command.ExecuteContext(ctx)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "kwok:", err)
		os.Exit(1)
	}
}

// printKwokDefinitions writes the definitions of the resources that tell kwok what to pretend.
func printKwokDefinitions() {
	for _, definition := range [][]byte{
		crd.Stage, crd.Logs, crd.ClusterLogs, crd.ResourceUsage, crd.ClusterResourceUsage, crd.Metric,
	} {
		fmt.Printf("---\n%s\n", definition)
	}
}
