// Command kubernetes is etcd, the Kubernetes control plane, kubectl, kwok and metrics-server in one binary: they share
// most of their code, so one build takes a third of the time of seven. The name it is called by picks the program, or
// else the first argument does.
package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"go.etcd.io/etcd/server/v3/etcdmain"
	"k8s.io/apiserver/pkg/server"
	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	kubectl "k8s.io/kubectl/pkg/cmd"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllers "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
	metrics "sigs.k8s.io/metrics-server/cmd/metrics-server/app"
)

func main() {
	name, arguments := chosen()
	programs := map[string]func(){
		"etcd":                    func() { etcdmain.Main(append([]string{name}, arguments...)) },
		"kube-apiserver":          func() { run(apiserver.NewAPIServerCommand()) },
		"kube-controller-manager": func() { run(controllers.NewControllerManagerCommand()) },
		"kube-scheduler":          func() { run(scheduler.NewSchedulerCommand()) },
		"kubectl":                 func() { run(kubectl.NewDefaultKubectlCommand()) },
		"kwok":                    runKwok,
		"kwok-definitions":        printKwokDefinitions,
		"metrics-server":          func() { run(metrics.NewMetricsServerCommand(server.SetupSignalHandler())) },
	}
	program, known := programs[name]
	if !known {
		fmt.Fprintf(os.Stderr, "usage: kubernetes %s [flags]\n", strings.Join(slices.Sorted(maps.Keys(programs)), "|"))
		os.Exit(2)
	}
	os.Args = append([]string{name}, arguments...)
	program()
}

func chosen() (string, []string) {
	name := filepath.Base(os.Args[0])
	if name == "kubernetes" && len(os.Args) > 1 {
		return os.Args[1], os.Args[2:]
	}
	return name, os.Args[1:]
}

func run(command *cobra.Command) {
	os.Exit(cli.Run(command))
}
