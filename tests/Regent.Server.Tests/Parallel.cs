// Much of the time goes by in browsers and other processes; one more thread than cores keeps the machine busy.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
